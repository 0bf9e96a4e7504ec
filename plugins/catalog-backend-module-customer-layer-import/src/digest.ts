import { createHash } from 'crypto';
import { Entity } from '@backstage/catalog-model';
import stableStringify from 'fast-json-stable-stringify';

const DIGEST = 'import.customer-layer.io/digest';

/** Notes on a customer what the source says of it: the catalog and its processors add to that. */
export function withDigest(entity: Entity): Entity {
  const digest = createHash('sha256')
    .update(stableStringify(entity))
    .digest('base64url');
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: { ...entity.metadata.annotations, [DIGEST]: digest },
    },
  };
}

/** What {@link withDigest} noted. */
export const digestOf = ({ metadata }: Entity): string | undefined =>
  metadata.annotations?.[DIGEST];
