import { degree } from './Adjacency';
import { bestCustomers, Candidate } from './bestCustomers';
import { ConsumerTeam } from './consumerTeams';
import { GraphIndex } from './GraphIndex';
import { Walk } from './Walk';

/** A customer, before it is written down. */
export type FoundCustomer = Candidate | ConsumerTeam;

/**
 * Walks from entities to all that consumes them. The second walk, of those with parts, first steps down to these.
 *
 * @returns the walk that reached everything
 * @see docs/derivation.md#derived
 */
export function walkToConsumers(
  index: GraphIndex,
  starts: readonly number[],
): Walk {
  const [plain, withParts] = index.scratch.walks(index.refs.size);
  const ways = { hops: index.serves, refs: index.refs };
  plain.run(starts, ways);
  if (starts.every(node => !degree(index.parts, node))) {
    return plain;
  }
  withParts.run(starts, { ...ways, parts: index.parts });
  return withParts;
}

/**
 * The customers of entities taken together, one of each customer and role, consumer teams left out. Call
 * {@link walkToConsumers} first.
 *
 * @param walk - what that returned
 * @see docs/derivation.md#one-entry-per-customer-and-role
 */
export function customersReached(index: GraphIndex, walk: Walk): Candidate[] {
  const [plain] = index.scratch.walks(index.refs.size);
  return bestCustomers(index, { plain, walk });
}

/** Economic before internal, then by distance, then by ref. */
export function sortCustomers(
  { refs }: GraphIndex,
  found: FoundCustomer[],
): FoundCustomer[] {
  return found.sort(
    (a, b) =>
      a.role - b.role ||
      a.distance - b.distance ||
      refs.compare(a.customer, b.customer),
  );
}
