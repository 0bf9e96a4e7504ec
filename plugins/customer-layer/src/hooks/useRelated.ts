import { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { isMaskedRef } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback } from 'react';
import { Answer, useAnswer } from './useAnswer';

// What names an entity, and what it says of others.
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'relations',
];

/**
 * Reads entities and their relations from the catalog, by their refs; masked refs and what the user may not read are
 * left out.
 *
 * @param refs - full refs in lower case, the same array for as long as they are the same
 */
export function useRelated(
  refs: readonly string[],
): Answer<ReadonlyMap<string, Entity>> {
  const catalogApi = useApi(catalogApiRef);
  return useAnswer(
    useCallback(async () => {
      const entityRefs = refs.filter(ref => !isMaskedRef(ref));
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs,
        fields: FIELDS,
      });
      return new Map(
        entityRefs.flatMap((ref, index) => {
          const entity = items[index];
          return entity ? [[ref, entity] as const] : [];
        }),
      );
    }, [catalogApi, refs]),
  );
}
