import { CompoundEntityRef } from '@backstage/catalog-model';
import {
  CatalogProcessorResult,
  processingResult,
} from '@backstage/plugin-catalog-node';

/**
 * One fact between two entities, told from both ends: the catalog does not add the way back by itself.
 */
export function relationPair(options: {
  source: CompoundEntityRef;
  target: CompoundEntityRef;
  types: readonly [forward: string, reverse: string];
}): CatalogProcessorResult[] {
  const { source, target, types } = options;
  const [forward, reverse] = types;
  return [
    processingResult.relation({ source, type: forward, target }),
    processingResult.relation({
      source: target,
      type: reverse,
      target: source,
    }),
  ];
}
