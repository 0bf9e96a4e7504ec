import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { isCustomerEntity } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { HiddenHeading } from '../HiddenHeading';
import { CustomerContent } from './CustomerContent';
import { DeliverableContent } from './DeliverableContent';

/**
 * The tab of an entity page.
 *
 * @remarks
 *
 * For a Customer it shows the delivery to it, for anything else the layers around it.
 */
export const EntityCustomersContent = () => {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { entity } = useEntity();
  const Content = isCustomerEntity(entity)
    ? CustomerContent
    : DeliverableContent;
  return (
    <>
      <HiddenHeading>{t('customers.pageTitle')}</HiddenHeading>
      {/* The key keeps one entity's answer from showing for the next. */}
      <Content key={stringifyEntityRef(entity)} entity={entity} />
    </>
  );
};
