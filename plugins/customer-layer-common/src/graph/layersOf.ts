import { EntityLayers } from './answers';
import { allCustomers } from './allCustomers';
import { sortCustomers, walkToConsumers } from './customers';
import { CustomerWriter } from './CustomerWriter';
import { CustomerGraph } from './CustomerGraph';
import { Naming } from './Naming';
import { Judging, operationsEntries, operationsTeams } from './operations';
import { addDeliveryEvidence } from '../audit/evidence';
import { problemsOf } from './problems';
import { responsibility } from './Supplier';
import { circleOf, supplyOf } from './supply';
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
