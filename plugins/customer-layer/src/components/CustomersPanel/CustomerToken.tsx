import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CustomerEntry } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerKey } from '../../lib/cakeLight';
import { originOf } from '../../lib/origin';
import { customerLayerTranslationRef } from '../../translation';
import { TokenName } from '../EntityName';
import { Mark } from '../Mark';
import { Origin } from '../Origin';
import { Token } from '../LayerCake/Token';

const useStyles = makeStyles(
  theme => ({
    origin: {
      padding: theme.spacing(0.25, 1.25, 0),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'CustomerLayerCustomerToken' },
);

/** Props of {@link CustomerToken}. */
export type CustomerTokenProps = { customer: CustomerEntry; whyId: string };

/** A customer, how critical it is and where it comes from. */
export function CustomerToken({ customer, whyId }: CustomerTokenProps) {
  const { customerRef, title, exists, role, tier } = customer;
  const { source, path, assigned } = customer;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <>
      <Token lightKey={customerKey(customer)} whyId={whyId}>
        <strong>
          <TokenName
            entityRef={customerRef}
            title={title}
            exists={exists}
            confidential="customer"
          />
        </strong>
        {role === 'economic' && tier !== undefined && (
          <Mark inline label={t('name.tier', { tier: String(tier) })} />
        )}
        {!exists && <Mark inline label={t('name.notInCatalog')} />}
      </Token>
      <Typography
        className={classes.origin}
        variant="caption"
        color="textSecondary"
        component="div"
      >
        <Origin origin={originOf(source, path)} assigned={assigned} />
      </Typography>
    </>
  );
}
