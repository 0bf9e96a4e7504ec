import { row } from './Adjacency';
import { Delivery } from './answers';
import { CustomerGraph } from './CustomerGraph';
import { cutLists } from './cutLists';
import { GraphIndex } from './GraphIndex';
import { QueryOptions } from './layersOf';
import { missingRefs } from './missingRefs';
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
  const { limit = Infinity } = options;
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
  const served = serving
    .slice(0, limit)
    .map(node => supplyEntry(index, node, 0, [node]));
  const supply = supplyOf(index, serving, limit - served.length);
  const chain = [...served, ...supply.entries];
  const teams = new Set(
    [...serving, ...supply.nodes].flatMap(node => operationsTeams(index, node)),
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
      restsOn: [...supply.nodes]
        .sort((a, b) => a - b)
        .map(node => index.refs[node]),
      operationsTeams: operations.map(({ teamRef }) => teamRef),
      chain,
      operations,
      missing: missingRefs(index, chain),
      ...(weakest && { weakestTeam: weakest }),
      truncated: serving.length + supply.nodes.length > limit,
    },
    ['serves', 'restsOn', 'operationsTeams', 'operations'],
    limit,
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
