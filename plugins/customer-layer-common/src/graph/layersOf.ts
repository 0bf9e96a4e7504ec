import { EntityLayers } from './answers';
import {
  consumerTeams,
  customerEntry,
  customersReached,
  sortCustomers,
  walkToConsumers,
} from './customers';
import { CustomerGraph } from './CustomerGraph';
import { Naming } from './Naming';
import { operationsEntries, operationsTeams } from './operations';
import { problemsOf } from './problems';
import { responsibility, supplyOf } from './supply';
import { inWindow, truncation, Window } from './Window';

/** How a question is asked. @public */
export type QueryOptions = Window & {
  /** The time at which the readiness of teams is judged. */
  now: Date;
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
  const node = index.refs.find(entityRef);
  const facts = node === undefined ? undefined : index.facts.get(node);
  if (node === undefined || !facts) {
    return undefined;
  }
  const { layer, delivery, deliverable } = facts;
  const naming = new Naming(index);
  const supply = supplyOf(index, [node], {
    window: deliverable ? options : { limit: 0 },
    naming,
  });
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

  const customers = customersReached(index, walkToConsumers(index, [node]));
  if (index.rules.teamsAreInternalCustomers) {
    const known = new Set(
      customers
        .filter(({ role }) => role === 'internal')
        .map(({ customer }) => customer),
    );
    customers.push(
      ...consumerTeams(index, node).filter(
        ({ customer }) => !known.has(customer),
      ),
    );
  }
  answer.customers = inWindow(sortCustomers(index, customers), options).map(
    found => customerEntry(index, found, naming),
  );
  const teams = operationsTeams(index, node);
  answer.operations = operationsEntries(index, node, {
    teams: inWindow(teams, options),
    now: options.now,
    naming,
  });
  answer.supply = supply.entries;
  Object.assign(
    answer,
    truncation(answer, {
      customers: customers.length,
      operations: teams.length,
      supply: supply.nodes.length,
    }),
  );
  answer.missing = naming.missing;
  return answer;
}
