import { EntityLayers } from './answers';
import {
  consumerTeams,
  customersReached,
  sortCustomers,
  walkToConsumers,
} from './customers';
import { CustomerGraph } from './CustomerGraph';
import { cutLists } from './cutLists';
import { missingRefs } from './missingRefs';
import { operationsEntries } from './operations';
import { problemsOf } from './problems';
import { responsibility, supplyOf } from './supply';

/** How a question is asked. @public */
export type QueryOptions = {
  /** The time at which the readiness of teams is judged. */
  now: Date;
  /** Lists longer than this are cut, and the answer says so. Unlimited where absent. */
  limit?: number;
};

/**
 * The effective layers of one entity: its customers, who operates it, what it rests on.
 *
 * @remarks
 *
 * Linear in what the walks visit.
 *
 * @param entityRef - a full ref in lower case
 * @returns undefined when the catalog holds no such entity
 * @see docs/derivation.md
 * @public
 */
export function layersOf(
  graph: CustomerGraph,
  entityRef: string,
  options: QueryOptions & {
    /** Why the catalog refused an entity, by its ref. */
    refusals?: ReadonlyMap<string, string>;
  },
): EntityLayers | undefined {
  const { index } = graph;
  const { limit = Infinity } = options;
  const node = index.nodeOf.get(entityRef);
  const facts = node === undefined ? undefined : index.facts[node];
  if (node === undefined || !facts) {
    return undefined;
  }
  const { layer, delivery, deliverable } = facts;
  const supply = supplyOf(index, [node], deliverable ? limit : 0);
  const answer: EntityLayers = {
    entityRef,
    applicable: deliverable,
    graph: graph.stamp,
    customers: [],
    operations: [],
    supply: [],
    layer,
    ...responsibility(index, node),
    delivery: { ...delivery },
    problems: problemsOf(index, node, {
      circle: supply.circle,
      refusals: options.refusals,
    }),
    missing: [],
    truncated: false,
  };
  if (!deliverable) {
    return answer;
  }

  let customers = customersReached(index, walkToConsumers(index, [node]));
  if (index.teamsAreInternalCustomers) {
    const known = new Set(
      customers
        .filter(({ role }) => role === 'internal')
        .map(({ customerRef }) => customerRef),
    );
    customers = customers.concat(
      consumerTeams(index, node).filter(
        ({ customerRef }) => !known.has(customerRef),
      ),
    );
  }
  answer.customers = sortCustomers(customers);
  answer.operations = operationsEntries(index, node, options.now);
  answer.supply = supply.entries;
  answer.truncated = supply.nodes.length > supply.entries.length;
  const cut = cutLists(answer, ['customers', 'operations'], limit);
  return {
    ...cut,
    missing: missingRefs(index, [
      ...cut.customers,
      ...cut.operations,
      ...cut.supply,
    ]),
  };
}
