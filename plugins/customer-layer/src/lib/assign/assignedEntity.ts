import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  AssignmentSource,
  DECLARATION_KEYS,
  DeclarationKey,
  readAssigned,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** An entity to which something is assigned: what, and by whom. */
export type AssignedEntity = {
  entityRef: string;
  title?: string;
  declarations: Array<{
    key: DeclarationKey;
    /** As in the annotation. */
    text: string;
    source: AssignmentSource;
  }>;
};

/** What is assigned to an entity of the catalog. */
export function assignedEntityOf(entity: Entity): AssignedEntity {
  const { title, annotations = {} } = entity.metadata;
  const assigned = readAssigned(entity);
  return {
    entityRef: stringifyEntityRef(entity),
    ...(title && { title }),
    declarations: DECLARATION_KEYS.flatMap(key => {
      const source = assigned[key];
      const text = annotations[ANNOTATIONS[key].name];
      return source && text !== undefined ? { key, text, source } : [];
    }),
  };
}
