import { NotFoundError } from '@backstage/errors';
import { AffectedEntity, Impact } from './answers';
import { compareRefs } from './compareRefs';
import {
  customerEntry,
  customersReached,
  FoundCustomer,
  sortCustomers,
  walkToConsumers,
} from './customers';
import { CustomerGraph } from './CustomerGraph';
import { GraphIndex } from './GraphIndex';
import { QueryOptions } from './layersOf';
import { teamEntry, teamsOf } from './operations';
import { Naming } from './Naming';
import { reachedBy } from './reachedBy';
import { AS_DEPENDED_UPON, nodeOfState, Walk } from './Walk';
import { inWindow, truncation } from './Window';

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
  const failing = [...new Set(entityRefs)].sort(compareRefs);
  const unknown = failing.filter(ref => !graph.mentions(ref));
  if (unknown.length) {
    throw new NotFoundError(
      `The catalog has no ${unknown
        .map(ref => `"${ref}"`)
        .join(', ')}. Check the spelling of kind, namespace and name`,
    );
  }
  const starts = failing.map(ref => index.refs.find(ref)!);
  const walk = walkToConsumers(index, starts);
  const customers = sortCustomers(index, customersReached(index, walk));
  const reached = reachedBy(walk, index.refs, {
    beside: new Set(starts),
    without: AS_DEPENDED_UPON,
  });
  const teams = teamsOf(index, [...starts, ...reached.map(nodeOfState)]);

  const naming = new Naming(index);
  const lists = {
    customers: inWindow(customers, options).map(found =>
      customerEntry(index, found, naming),
    ),
    affected: Array.from(inWindow(reached, options), state =>
      affectedEntity(index, state, { walk, naming }),
    ),
    operations: inWindow([...teams].sort(index.refs.compare), options).map(
      team => teamEntry(index, team, options.now),
    ),
  };
  return {
    entityRefs: failing,
    graph: graph.stamp,
    ...lists,
    ...totals(index, customers, options.canRead ?? (() => true)),
    ...truncation(lists, {
      customers: customers.length,
      affected: reached.length,
      operations: teams.size,
    }),
  };
}

function affectedEntity(
  { refs, facts: factTable }: GraphIndex,
  state: number,
  { walk, naming }: { walk: Walk; naming: Naming },
): AffectedEntity {
  const node = nodeOfState(state);
  const facts = factTable.get(node);
  return {
    entityRef: refs.get(node),
    ...(facts?.title && { title: facts.title }),
    distance: walk.distance(state),
    path: naming.path(walk.pathTo(state)),
    exists: facts !== undefined,
  };
}

function totals(
  index: GraphIndex,
  customers: readonly FoundCustomer[],
  canRead: (entityRef: string) => boolean,
): Pick<Impact, 'valueAtRisk' | 'valueHidden' | 'smallestTier'> {
  const valueAtRisk: Record<string, number> = {};
  let valueHidden = 0;
  let smallestTier: number | undefined;
  for (const { customer: node, role } of customers) {
    const customer = index.facts.get(node)?.customer;
    if (!canRead(index.refs.get(node))) {
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
