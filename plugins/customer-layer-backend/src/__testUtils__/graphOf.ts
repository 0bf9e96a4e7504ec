import { Entity } from '@backstage/catalog-model';
import {
  CustomerGraph,
  GraphBuilder,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { digest } from '../building/digest';

/** When the graphs of tests are built, and answers from them computed. */
export const NOW = new Date('2026-06-01T00:00:00Z');

/** The graph of some entities. */
export function graphOf(entities: readonly Entity[]): CustomerGraph {
  const builder = new GraphBuilder({ digest });
  entities.forEach(item => builder.add(item));
  return builder.build({ builtAt: NOW.toISOString() });
}
