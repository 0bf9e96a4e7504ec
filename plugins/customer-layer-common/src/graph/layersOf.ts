import { CUSTOMER_ROLES } from '../model/words';
import { EntityLayers } from './answers';
import { consumerTeams } from './consumerTeams';
import {
  customersReached,
  FoundCustomer,
  sortCustomers,
  walkToConsumers,
} from './customers';
import { CustomerWriter } from './CustomerWriter';
import { CustomerGraph } from './CustomerGraph';
import { GraphIndex } from './GraphIndex';
import { Naming } from './Naming';
import { Judging, operationsEntries, operationsTeams } from './operations';
import { addDeliveryEvidence } from '../audit/evidence';
import { problemsOf } from './problems';
import { responsibility } from './Supplier';
import { circleOf, supplyOf } from './supply';
import { Walk } from './Walk';
import { inWindow, truncation, Window } from './Window';

/** How a question is asked. @public */
export type QueryOptions = Window & Judging;

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
  const supplies = supply.positions.length;
  const answer: EntityLayers = {
    entityRef,
    applicable: deliverable,
    graph: graph.stamp,
    customers: [],
    operations: [],
    supply: [],
    layer,
    ...responsibility(index, node),
    delivery: addDeliveryEvidence(delivery, options.evidence?.(entityRef)),
    problems: problemsOf(index, node, {
      circle: circleOf(supply, node),
      refusals: options.refusals,
    }),
    missing: [],
    truncated: false,
  };
  if (!deliverable) {
    return answer;
  }

  const walk = walkToConsumers(index, [node]);
  const customers = allCustomers(index, walk, node);
  const writer = new CustomerWriter(index, walk, naming);
  answer.customers = inWindow(sortCustomers(index, customers), options).map(
    found => writer.write(found),
  );
  const teams = operationsTeams(index, node);
  answer.operations = operationsEntries(index, node, {
    teams: inWindow(teams, options),
    judging: options,
    naming,
  });
  answer.supply = supply.entries;
  Object.assign(
    answer,
    truncation(answer, {
      customers: customers.length,
      operations: teams.length,
      supply: supplies,
    }),
  );
  answer.missing = naming.missing;
  return answer;
}

// Consumer teams come last: anything else that makes a team a customer beats them.
function allCustomers(
  index: GraphIndex,
  walk: Walk,
  node: number,
): FoundCustomer[] {
  const customers: FoundCustomer[] = customersReached(index, walk);
  const teams = index.rules.teamsAreInternalCustomers
    ? consumerTeams(index, node)
    : [];
  if (teams.length) {
    const known = new Set<number>();
    for (const { customer, role } of customers) {
      if (CUSTOMER_ROLES[role] === 'internal') {
        known.add(customer);
      }
    }
    customers.push(...teams.filter(({ customer }) => !known.has(customer)));
  }
  return customers;
}
