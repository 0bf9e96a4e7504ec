import { Entity } from '@backstage/catalog-model';
import { useEntitiesByRef } from './useEntitiesByRef';

// What names an entity, and what it says of others.
const RELATED = {
  fields: [
    'kind',
    'metadata.name',
    'metadata.namespace',
    'metadata.title',
    'relations',
  ],
  as: (entity: Entity) => entity,
};

/**
 * Reads entities and their relations from the catalog.
 *
 * @param refs - as for {@link useEntitiesByRef}
 */
export const useRelated = (refs: readonly string[]) =>
  useEntitiesByRef(refs, RELATED);
