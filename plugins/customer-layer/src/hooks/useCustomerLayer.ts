import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { customerLayerApiRef } from '../api';
import { useAnswer } from './useAnswer';

/**
 * Asks for the layers of an entity.
 *
 * @param version - as for {@link useAnswer}
 */
export function useLayers(entity: Entity, version?: number) {
  const api = useApi(customerLayerApiRef);
  const entityRef = stringifyEntityRef(entity);
  return useAnswer(
    useCallback(
      (signal: AbortSignal) => api.getLayers(entityRef, { signal }),
      [api, entityRef],
    ),
    version,
  );
}

/**
 * Asks for the delivery to a customer.
 *
 * @param version - as for {@link useAnswer}
 */
export function useDelivery(customer: Entity, version?: number) {
  const api = useApi(customerLayerApiRef);
  const customerRef = stringifyEntityRef(customer);
  return useAnswer(
    useCallback(
      (signal: AbortSignal) => api.getDelivery(customerRef, { signal }),
      [api, customerRef],
    ),
    version,
  );
}

/**
 * Asks what a team operates, and of what it is a customer.
 *
 * @param version - as for {@link useAnswer}
 */
export function useOperations(team: Entity, version?: number) {
  const api = useApi(customerLayerApiRef);
  const teamRef = stringifyEntityRef(team);
  return useAnswer(
    useCallback(
      (signal: AbortSignal) => api.getOperations(teamRef, { signal }),
      [api, teamRef],
    ),
    version,
  );
}
