import { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { isMaskedRef } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useCallback } from 'react';
import { Answer, useAnswer } from './useAnswer';

/** What is wanted of entities. */
export type Wanted<T> = {
  /** The fields to read. */
  fields: string[];
  /** What to make of them. */
  as(entity: Entity): T;
};

/**
 * Reads entities from the catalog by their refs; masked refs and what the user may not read are left out.
 *
 * @param refs - full refs in lower case, the same array for as long as they are the same
 * @param wanted - the same object at each call
 */
export function useEntitiesByRef<T>(
  refs: readonly string[],
  wanted: Wanted<T>,
): Answer<ReadonlyMap<string, T>> {
  const catalogApi = useApi(catalogApiRef);
  return useAnswer(
    useCallback(async () => {
      const entityRefs = refs.filter(ref => !isMaskedRef(ref));
      if (!entityRefs.length) {
        return new Map();
      }
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs,
        fields: wanted.fields,
      });
      return new Map(
        entityRefs.flatMap((ref, index) => {
          const entity = items[index];
          return entity ? [[ref, wanted.as(entity)] as const] : [];
        }),
      );
    }, [catalogApi, refs, wanted]),
  );
}
