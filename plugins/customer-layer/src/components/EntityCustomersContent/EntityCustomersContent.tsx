import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { isCustomerEntity } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { CustomerContent } from './CustomerContent';
import { DeliverableContent } from './DeliverableContent';

const useStyles = makeStyles(
  {
    pageTitle: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  },
  { name: 'CustomerLayerEntityCustomersContent' },
);

/**
 * The tab of an entity page.
 *
 * @remarks
 *
 * For a Customer it shows the delivery to it, for anything else the layers around it.
 */
export const EntityCustomersContent = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { entity } = useEntity();
  const Content = isCustomerEntity(entity)
    ? CustomerContent
    : DeliverableContent;
  return (
    <>
      <Typography className={classes.pageTitle} variant="h2">
        {t('customers.pageTitle')}
      </Typography>
      {/* The key keeps one entity's answer from showing for the next. */}
      <Content key={stringifyEntityRef(entity)} entity={entity} />
    </>
  );
};
