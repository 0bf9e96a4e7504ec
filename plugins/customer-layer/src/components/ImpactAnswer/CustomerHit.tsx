import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CustomerEntry } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';
import { EntityPath } from '../EntityPath';

const useStyles = makeStyles(
  {
    name: {
      fontWeight: 'bold',
      overflowWrap: 'anywhere',
    },
    way: {
      overflowWrap: 'anywhere',
    },
  },
  { name: 'CustomerLayerCustomerHit' },
);

/** Props of {@link CustomerHit}. */
export type CustomerHitProps = {
  customer: CustomerEntry;
  /** The name as plain text. */
  label: string;
};

/** A customer that is hit, and through what. */
export function CustomerHit({ customer, label }: CustomerHitProps) {
  const { customerRef, title, exists, path, role, stage } = customer;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const last = path[path.length - 1];
  const name = <EntityName entityRef={last} />;
  const way =
    path.length > 1
      ? t('impact.way.through', { name })
      : t('impact.way.direct', { name });
  return (
    <>
      <Typography className={classes.name} variant="body2" component="div">
        <EntityName
          entityRef={customerRef}
          title={title}
          exists={exists}
          confidential="customer"
        />
      </Typography>
      <Typography
        className={classes.way}
        variant="caption"
        color="textSecondary"
        component="div"
      >
        {role === 'internal'
          ? t('impact.way.as', {
              way,
              role: t(stage ? `impact.way.${stage}` : 'impact.way.internal'),
            })
          : way}
      </Typography>
      {path.length > 2 && (
        <EntityPath path={path} name={label} distance={path.length - 1} />
      )}
    </>
  );
}
