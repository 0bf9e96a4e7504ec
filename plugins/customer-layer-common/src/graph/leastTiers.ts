import { CustomerGraph } from './CustomerGraph';
import { listCustomersInSteps } from './customersOf';
import { floodInSteps } from './floodInSteps';
import { serviceNode } from './GraphIndex';

const TIERS = [1, 2, 3, 4];

/** The most critical tier of the customers that an entity serves, by its ref; undefined where none has one. @public */
export type LeastTiers = (entityRef: string) => number | undefined;

/**
 * Finds for all entities at once how critical their most critical customer is, in steps. O(entities + relations).
 *
 * @param canRead - which customers count; all where absent
 * @public
 */
export function* leastTiersInSteps(
  { index }: CustomerGraph,
  canRead: (customerRef: string) => boolean = () => true,
): Generator<undefined, LeastTiers> {
  const { refs } = index;
  const customers = yield* listCustomersInSteps(index);
  const groups = TIERS.map(tier =>
    customers.filter(
      ({ summary }) =>
        summary.exists && summary.tier === tier && canRead(summary.customerRef),
    ),
  ).map(function* services(counted): Generator<number> {
    for (const { serving } of counted) {
      for (const node of serving) {
        yield serviceNode(node, 0);
      }
    }
  });
  const reached = yield* floodInSteps(index, {
    groups,
    backwards: index.restsOn,
  });
  // A byte for each node, so that it can be kept.
  const tiers = new Uint8Array(refs.size);
  for (let node = 0; node < tiers.length; node++) {
    const group = reached(node);
    tiers[node] = group === undefined ? 0 : TIERS[group];
  }
  return entityRef => {
    const node = refs.find(entityRef);
    return (node !== undefined && tiers[node]) || undefined;
  };
}
