import { NotFoundError } from '@backstage/errors';
import { AffectedEntity, CustomerEntry, Impact } from './answers';
import { compareRefs } from './compareRefs';
import { customersReached, sortCustomers, walkToConsumers } from './customers';
import { CustomerGraph } from './CustomerGraph';
import { cutLists } from './cutLists';
import { GraphIndex } from './GraphIndex';
import { QueryOptions } from './layersOf';
import { operationsTeams, teamEntry } from './operations';
import { Reached, reachedBy } from './reachedBy';
import { AS_DEPENDED_UPON, Walk } from './Walk';

/**
 * Who is hit if some entities fail together: anything fails with all its parts.
 *
 * @param entityRefs - full refs in lower case, of entities or of what an entity names; at least one
 * @throws NotFoundError when the catalog neither holds nor mentions one of them
 * @see docs/derivation.md#impact
 * @public
 */
export function impactOf(
  graph: CustomerGraph,
  entityRefs: readonly string[],
  options: QueryOptions & {
    /** Whose value and tier may be counted; all where absent. */
    canRead?: (entityRef: string) => boolean;
  },
): Impact {
  const { index } = graph;
  const { limit = Infinity } = options;
  const failing = [...new Set(entityRefs)].sort(compareRefs);
  const unknown = failing.filter(ref => !index.nodeOf.has(ref));
  if (unknown.length) {
    throw new NotFoundError(
      `The catalog has no ${unknown
        .map(ref => `"${ref}"`)
        .join(', ')}. Check the spelling of kind, namespace and name`,
    );
  }
  const starts = failing.map(ref => index.nodeOf.get(ref)!);
  const walk = walkToConsumers(index, starts);
  const customers = sortCustomers(customersReached(index, walk));
  const reached = reachedBy(walk, {
    beside: new Set(starts),
    without: AS_DEPENDED_UPON,
  });
  const teams = new Set(
    [...starts, ...reached.map(({ node }) => node)].flatMap(node =>
      operationsTeams(index, node),
    ),
  );

  return cutLists(
    {
      entityRefs: failing,
      graph: graph.stamp,
      customers,
      affected: reached
        .slice(0, limit)
        .map(one => affectedEntity(index, walk, one)),
      operations: [...teams]
        .sort((a, b) => a - b)
        .map(team => teamEntry(index, team, options.now)),
      ...totals(index, customers, options.canRead ?? (() => true)),
      truncated: reached.length > limit,
    },
    ['customers', 'operations'],
    limit,
  );
}

function affectedEntity(
  { refs, facts }: GraphIndex,
  walk: Walk,
  { state, node, distance }: Reached,
): AffectedEntity {
  return {
    entityRef: refs[node],
    ...(facts[node]?.title && { title: facts[node].title }),
    distance,
    path: walk.pathTo(state).map(at => refs[at]),
    exists: facts[node] !== undefined,
  };
}

function totals(
  index: GraphIndex,
  customers: readonly CustomerEntry[],
  canRead: (entityRef: string) => boolean,
): Pick<Impact, 'valueAtRisk' | 'valueHidden' | 'smallestTier'> {
  const valueAtRisk: Record<string, number> = {};
  let valueHidden = 0;
  let smallestTier: number | undefined;
  for (const { customerRef, role } of customers) {
    const customer = index.facts[index.nodeOf.get(customerRef)!]?.customer;
    if (!canRead(customerRef)) {
      valueHidden += role === 'economic' ? 1 : 0;
      continue;
    }
    if (customer?.tier) {
      smallestTier = Math.min(smallestTier ?? customer.tier, customer.tier);
    }
    if (role === 'economic' && customer?.value) {
      const { amount, currency } = customer.value;
      valueAtRisk[currency] = (valueAtRisk[currency] ?? 0) + amount;
    }
  }
  return { valueAtRisk, valueHidden, ...(smallestTier && { smallestTier }) };
}
