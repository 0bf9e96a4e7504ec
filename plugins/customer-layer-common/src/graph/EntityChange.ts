import { Entity } from '@backstage/catalog-model';

/**
 * An entity as the catalog holds it now.
 *
 * @public
 */
export type EntityChange = {
  /** The full ref, in lower case. */
  entityRef: string;
  /** With its final relations, and at least the fields of {@link GRAPH_ENTITY_FIELDS}; absent when the catalog no longer holds it. */
  entity?: Entity;
};
