import { Entity } from '@backstage/catalog-model';
import {
  CustomerGraph,
  GraphBuilder,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { digest } from '../plugins/customer-layer-backend/src/building/digest';
import { chunksOf, SyntheticCatalog } from './syntheticCatalog';

/** When the graphs of the benchmarks were built. */
export const BUILT_AT = '2026-06-01T00:00:00.000Z';

/** What is asked with all questions. */
export const now = new Date(BUILT_AT);

/** Entities as they come from the catalog: parsed, and no text shared between two of them. */
export const asReceived = (entities: readonly Entity[]): Entity[] =>
  entities.map(entity => JSON.parse(JSON.stringify(entity)));

/** The graph of a catalog. */
export function graphOf(catalog: SyntheticCatalog): CustomerGraph {
  const builder = new GraphBuilder({ digest });
  for (const chunk of chunksOf(catalog, 1000)) {
    chunk.forEach(entity => builder.add(entity));
  }
  return builder.build({ builtAt: BUILT_AT });
}
