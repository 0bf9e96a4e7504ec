import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CustomerSummary } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useLanguage } from '../../hooks/useLanguage';
import { customerRow } from '../../lib/customerListing';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';
import { useTableStyles } from '../Listing';
import { Mark } from '../Mark';
import { LastConfirmed } from './LastConfirmed';
import { WeakestTeam } from './WeakestTeam';

type Props = { customer: CustomerSummary };

/** Whose segment a customer is, and who keeps the relationship. */
function Relationships({ customer: { parent, owner } }: Props) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <>
      {parent && (
        <div>
          {t('index.segmentOf', {
            parent: <EntityName entityRef={parent} confidential="customer" />,
          })}
        </div>
      )}
      {owner && (
        <div>
          {t('index.owner', {
            owner: <EntityName entityRef={owner} confidential="team" />,
          })}
        </div>
      )}
    </>
  );
}

/** One customer: whom it is, how critical, what serves it and how well. */
export function CustomerTableRow({ customer }: Props) {
  const { customerRef, title, tier, serves, exists } = customer;
  const classes = useTableStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const row = customerRow(customer);
  const wide = `${classes.cell} ${classes.wide}`;
  const type = row.type && t(`index.type.${row.type}`);
  const tierText = tier ? t('name.tier', { tier: String(tier) }) : '';
  const unserved = row.segmentsOnly
    ? t('index.segmentsOnly')
    : t('index.servedByNothing');
  const servedBy = serves ? t('index.serves', { count: serves }) : '';
  return (
    <TableRow>
      <TableCell className={classes.cell} component="th" scope="row">
        <Typography variant="body2" component="div">
          <EntityName
            entityRef={customerRef}
            title={title}
            exists={exists}
            confidential="customer"
          />
        </Typography>
        <Typography variant="caption" color="textSecondary" component="div">
          <Relationships customer={customer} />
          <div className={classes.narrow}>
            {[type, tierText, servedBy].filter(Boolean).join(' · ')}
          </div>
        </Typography>
      </TableCell>
      <TableCell className={wide}>{type}</TableCell>
      <TableCell className={wide}>
        {tierText && <Mark label={tierText} />}
      </TableCell>
      <TableCell className={wide}>
        {serves ? serves.toLocaleString(language) : unserved}
      </TableCell>
      <TableCell className={classes.cell}>
        <WeakestTeam row={row} />
        <Typography
          className={classes.narrow}
          variant="caption"
          color="textSecondary"
          component="div"
        >
          <LastConfirmed row={row} labelled />
        </Typography>
      </TableCell>
      <TableCell className={wide}>
        <LastConfirmed row={row} />
      </TableCell>
    </TableRow>
  );
}
