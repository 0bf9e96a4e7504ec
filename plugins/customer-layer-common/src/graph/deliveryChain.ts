import { GraphIndex } from './GraphIndex';
import { Naming } from './Naming';
import { teamsOf } from './operations';
import { row } from './Paged';
import { servingEntities } from './servingEntities';
import { nodesIn, supplyOf } from './supply';

/** A customer and, however they are nested, all its children. */
export function customersBelow(index: GraphIndex, customer: number): number[] {
  const found = new Set([customer]);
  for (const node of found) {
    if (index.facts.isCustomer(node)) {
      row(index.edges.children, node).forEach(child => found.add(child));
    }
  }
  return [...found].sort(index.refs.compare);
}

/** The operations teams in the delivery chain of a customer, sorted. */
export function teamsBehind(index: GraphIndex, customer: number): number[] {
  const serving = servingEntities(index, customersBelow(index, customer));
  const supply = supplyOf(index, serving, {
    window: { limit: 0 },
    naming: new Naming(index),
  });
  return [...teamsOf(index, [...serving, ...nodesIn(supply)])].sort(
    index.refs.compare,
  );
}
