import { addDeliveryEvidence } from '../audit/evidence';
import { Delivery } from './answers';
import { CustomerGraph } from './CustomerGraph';
import { QueryOptions } from './layersOf';
import { Naming } from './Naming';
import { customersBelow } from './deliveryChain';
import { servingEntities } from './servingEntities';
import { teamEntry, teamsOf, weakestTeam } from './operations';
import { supplierOf, supplyEntry } from './Supplier';
import { nodesIn, supplyOf } from './supply';
import { inWindow, truncation } from './Window';

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
  const { offset = 0, limit = Infinity } = options;
  const customer = index.refs.find(customerRef);
  if (customer === undefined || !graph.mentions(customerRef)) {
    return undefined;
  }
  const customers = customersBelow(index, customer);
  const serving = servingEntities(index, customers);
  const naming = new Naming(index);
  const refOf = (node: number) => index.refs.get(node);
  const served = inWindow(serving, options).map(node => ({
    ...supplyEntry(
      supplierOf(index, node),
      { distance: 0, path: [naming.ref(node)] },
      naming,
    ),
    delivery: addDeliveryEvidence(
      index.facts.get(node)?.delivery,
      options.evidence?.(refOf(node)),
    ),
  }));
  const supply = supplyOf(index, serving, {
    window: {
      offset: Math.max(0, offset - serving.length),
      limit: limit - served.length,
    },
    naming,
  });
  const restsOn = nodesIn(supply);
  const teams = teamsOf(index, [...serving, ...restsOn]);
  const operations = [...teams]
    .sort(index.refs.compare)
    .map(team => teamEntry(index, team, options));
  const title = index.facts.get(customer)?.title;
  const weakest = weakestTeam(operations);

  const shown = inWindow(operations, options);
  const lists = {
    serves: inWindow(serving, options).map(refOf),
    restsOn: inWindow([...restsOn].sort(index.refs.compare), options).map(
      refOf,
    ),
    operationsTeams: shown.map(({ teamRef }) => teamRef),
    chain: [...served, ...supply.entries],
    operations: shown,
  };
  return {
    customerRef,
    ...(title && { title }),
    graph: graph.stamp,
    customers: customers.map(refOf),
    ...lists,
    missing: naming.missing,
    ...(weakest && { weakestTeam: weakest }),
    ...truncation(lists, {
      serves: serving.length,
      restsOn: restsOn.length,
      operationsTeams: operations.length,
      chain: serving.length + restsOn.length,
      operations: operations.length,
    }),
  };
}
