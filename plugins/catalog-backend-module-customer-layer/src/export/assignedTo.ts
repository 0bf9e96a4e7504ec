import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  DeclarationKey,
  readAssigned,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** The annotations of an entity of the catalog that somebody assigned: by the portal, an alias or a rule. */
export function assignedTo(entity: Entity): Record<string, string> {
  const annotations: Record<string, string> = {};
  for (const key of Object.keys(readAssigned(entity)) as DeclarationKey[]) {
    const { name } = ANNOTATIONS[key];
    const value = entity.metadata.annotations?.[name];
    if (value !== undefined) {
      annotations[name] = value;
    }
  }
  return annotations;
}
