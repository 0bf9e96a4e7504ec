import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { customerLayerApiRef } from '../api';
import { useAnswer } from './useAnswer';

/** Asks for the layers of an entity. */
export function useLayers(entity: Entity) {
  const api = useApi(customerLayerApiRef);
  const entityRef = stringifyEntityRef(entity);
  return useAnswer(
    useCallback(
      (signal: AbortSignal) => api.getLayers(entityRef, { signal }),
      [api, entityRef],
    ),
  );
}

/** Asks for the delivery to a customer. */
export function useDelivery(customer: Entity) {
  const api = useApi(customerLayerApiRef);
  const customerRef = stringifyEntityRef(customer);
  return useAnswer(
    useCallback(
      (signal: AbortSignal) => api.getDelivery(customerRef, { signal }),
      [api, customerRef],
    ),
  );
}
