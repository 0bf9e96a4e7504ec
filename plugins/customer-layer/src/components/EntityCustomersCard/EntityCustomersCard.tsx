import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { isCustomerEntity } from '@missing-layer/backstage-plugin-customer-layer-common';
import { DeliveryCard } from './DeliveryCard';
import { LayersCard } from './LayersCard';

/** The layers of an entity, or the delivery to a Customer, in a few lines on its overview. */
export const EntityCustomersCard = () => {
  const { entity } = useEntity();
  const Card = isCustomerEntity(entity) ? DeliveryCard : LayersCard;
  // The key keeps one entity's answer from showing for the next.
  return <Card key={stringifyEntityRef(entity)} entity={entity} />;
};
