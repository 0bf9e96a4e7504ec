import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  EvidenceLookup,
  teamEvidenceOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** What entities say of teams to other plugins, and by links, as a portal takes it in for evidence. */
export function evidenceIn(entities: Iterable<Entity>): EvidenceLookup {
  const metadataOf = new Map(
    Array.from(entities, entity => [
      stringifyEntityRef(entity),
      entity.metadata,
    ]),
  );
  return entityRef => {
    const metadata = metadataOf.get(entityRef);
    const team = metadata && teamEvidenceOf(metadata);
    return team && { team };
  };
}
