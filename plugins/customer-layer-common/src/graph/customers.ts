import { CUSTOMER_ROLES, CustomerRole } from '../model/words';
import { degree } from './Adjacency';
import { CustomerEntry, CustomerSource } from './answers';
import { bestCustomers, SOURCES } from './bestCustomers';
import { GraphIndex } from './GraphIndex';
import { Naming } from './Naming';
import { row } from './Paged';
import { nodeOfState, Walk } from './Walk';

/** A customer, before it is written down. */
export type FoundCustomer = {
  customer: number;
  role: CustomerRole;
  source: CustomerSource;
  distance: number;
  /** Made only when asked for, and before the walk is used again. */
  path(): number[];
};

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
export function customersReached(
  index: GraphIndex,
  walk: Walk,
): FoundCustomer[] {
  const [plain] = index.scratch.walks(index.refs.size);
  return bestCustomers(index, { plain, walk }).map(candidate => {
    const role = CUSTOMER_ROLES[candidate.role];
    return {
      customer: candidate.customer,
      role,
      source: SOURCES[candidate.source],
      distance: candidate.distance,
      path: () => {
        const path = candidate.walk.pathTo(candidate.state);
        const node = nodeOfState(candidate.state);
        return candidate.declarer === node
          ? path
          : path.concat(
              index.scratch
                .containerWalk(index.refs.size)
                .run(index, node, role)
                .pathTo(candidate.declarer)
                .slice(1),
            );
      },
    };
  });
}

/**
 * The owners of an entity's direct consumers who don't own it themselves.
 *
 * @see docs/derivation.md#consumer-teams
 */
export function consumerTeams(
  index: GraphIndex,
  node: number,
): FoundCustomer[] {
  const { dependents, apiConsumers, providedApis, owners } = index.edges;
  const paths: number[][] = [
    ...Array.from(row(dependents, node), consumer => [node, consumer]),
    ...Array.from(row(apiConsumers, node), consumer => [node, consumer]),
    ...Array.from(row(providedApis, node)).flatMap(api =>
      Array.from(row(apiConsumers, api), consumer => [node, api, consumer]),
    ),
  ];
  const own = new Set(row(owners, node));
  const best = new Map<number, number[]>();
  for (const path of paths) {
    for (const team of row(owners, path[path.length - 1])) {
      const known = best.get(team);
      if (!own.has(team) && (!known || comparePaths(index, path, known) < 0)) {
        best.set(team, path);
      }
    }
  }
  return [...best].map(([customer, path]) => ({
    customer,
    role: 'internal',
    source: 'consumer',
    distance: path.length - 1,
    path: () => path,
  }));
}

/** Economic before internal, then by distance, then by ref. */
export function sortCustomers(
  { refs }: GraphIndex,
  found: FoundCustomer[],
): FoundCustomer[] {
  return found.sort(
    (a, b) =>
      CUSTOMER_ROLES.indexOf(a.role) - CUSTOMER_ROLES.indexOf(b.role) ||
      a.distance - b.distance ||
      refs.compare(a.customer, b.customer),
  );
}

/** Writes a customer down. */
export function customerEntry(
  index: GraphIndex,
  found: FoundCustomer,
  naming: Naming,
): CustomerEntry {
  const { customer, role, source, distance } = found;
  const facts = index.facts.get(customer);
  return {
    customerRef: index.refs.get(customer),
    ...(facts?.title && { title: facts.title }),
    role,
    ...(role === 'internal' && facts?.stage && { stage: facts.stage }),
    ...(facts?.customer?.tier && { tier: facts.customer.tier }),
    source,
    distance,
    path: naming.path(found.path()),
    exists: facts !== undefined,
  };
}

// Fewest refs first, then ref by ref.
function comparePaths(
  { refs }: GraphIndex,
  a: readonly number[],
  b: readonly number[],
): number {
  if (a.length !== b.length) {
    return a.length - b.length;
  }
  const at = a.findIndex((node, i) => node !== b[i]);
  return at < 0 ? 0 : refs.compare(a[at], b[at]);
}
