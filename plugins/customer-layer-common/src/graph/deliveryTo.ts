import { row } from './Adjacency';
import { Delivery } from './answers';
import { compareRefs } from './compareRefs';
import { CustomerGraph } from './CustomerGraph';
import { cutLists } from './cutLists';
import { GraphIndex } from './GraphIndex';
import { QueryOptions } from './layersOf';
import { operationsTeams, teamEntry, weakestTeam } from './operations';
import { supplyEntry, supplyOf } from './supply';

/**
 * What a customer's service rests on, and who keeps that running. A customer with children includes them.
 *
 * @param customerRef - a full ref in lower case
 * @returns undefined when the catalog neither holds nor mentions it
 * @see docs/derivation.md#delivery
 * @public
 */
export function deliveryTo(
  graph: CustomerGraph,
  customerRef: string,
  options: QueryOptions,
): Delivery | undefined {
  const { index } = graph;
  const customer = index.nodeOf.get(customerRef);
  if (customer === undefined) {
    return undefined;
  }
  const customers = withChildren(index, customer);
  const serving = [
    ...new Set(
      customers.flatMap(node => Array.from(row(index.directlyServedBy, node))),
    ),
  ].sort((a, b) => a - b);
  const restsOn = supplyOf(index, serving);
  const teams = new Set(
    [
      ...serving,
      ...restsOn.map(({ entityRef }) => index.nodeOf.get(entityRef)!),
    ].flatMap(node => operationsTeams(index, node)),
  );
  const operations = [...teams]
    .sort((a, b) => a - b)
    .map(team => teamEntry(index, team, options.now));
  const title = index.facts[customer]?.title;
  const weakest = weakestTeam(operations);

  return cutLists(
    {
      customerRef,
      ...(title && { title }),
      graph: graph.stamp,
      customers: customers.map(node => index.refs[node]),
      serves: serving.map(node => index.refs[node]),
      restsOn: restsOn.map(({ entityRef }) => entityRef).sort(compareRefs),
      operationsTeams: operations.map(({ teamRef }) => teamRef),
      chain: [
        ...serving.map(node => supplyEntry(index, node, 0, [node])),
        ...restsOn,
      ],
      operations,
      ...(weakest && { weakestTeam: weakest }),
      truncated: false,
    },
    ['serves', 'restsOn', 'operationsTeams', 'chain', 'operations'],
    options.limit,
  );
}

// A customer and, however they are nested, all its children.
function withChildren(index: GraphIndex, customer: number): number[] {
  const found = new Set([customer]);
  for (const node of found) {
    if (index.facts[node]?.customer) {
      row(index.children, node).forEach(child => found.add(child));
    }
  }
  return [...found].sort((a, b) => a - b);
}
