import { degree } from './Adjacency';
import { CustomerSummary } from './listings';
import { CustomerGraph } from './CustomerGraph';
import { GraphIndex } from './GraphIndex';
import { row } from './Paged';
import { servingInSteps } from './servingEntities';
import { takeAllSteps } from './takeAllSteps';

// What is looked at in one step, in nodes: well below a millisecond.
const NODES_PER_STEP = 2_000;

/** A customer, and the nodes that it is itself a direct customer of. */
export type ListedCustomer = {
  node: number;
  serving: Uint32Array;
  summary: CustomerSummary;
};

const kept = new WeakMap<GraphIndex, readonly ListedCustomer[]>();

/**
 * Everybody who is a customer: the entities of kind Customer, and whatever else an entity names as one. By ref. What
 * depends on the time, or on more than one customer, is left out.
 *
 * @public
 */
export const customersOf = (graph: CustomerGraph): CustomerSummary[] =>
  takeAllSteps(customersInSteps(graph));

/**
 * {@link customersOf} in steps: between them other work may be done. It is worked out once for a graph.
 *
 * @public
 */
export function* customersInSteps(
  graph: CustomerGraph,
): Generator<undefined, CustomerSummary[]> {
  const listed = yield* listCustomersInSteps(graph.index);
  return listed.map(({ summary }) => summary);
}

/** The same, with what serves each. */
export function* listCustomersInSteps(
  index: GraphIndex,
): Generator<undefined, readonly ListedCustomer[]> {
  const known = kept.get(index);
  if (known) {
    return known;
  }
  const { economic, internal } = index.declaredBy;
  const customers: number[] = [];
  const parents = new Map<number, number>();
  for (let rank = 0; rank < index.refs.size; rank++) {
    const node = index.refs.sorted[rank];
    if (
      index.facts.isCustomer(node) ||
      degree(economic, node) ||
      degree(internal, node)
    ) {
      customers.push(node);
    }
    for (const child of row(index.edges.children, node)) {
      if (index.facts.isCustomer(child) && !parents.has(child)) {
        parents.set(child, node);
      }
    }
    if (rank % NODES_PER_STEP === 0) {
      yield undefined;
    }
  }
  const listed: ListedCustomer[] = [];
  for (const node of customers) {
    const serving = yield* servingInSteps(index, [node]);
    yield undefined;
    listed.push({
      node,
      serving: Uint32Array.from(serving),
      summary: summaryOf(index, node, {
        serves: serving.size,
        parent: parents.get(node),
      }),
    });
  }
  kept.set(index, listed);
  return listed;
}

function summaryOf(
  index: GraphIndex,
  node: number,
  { serves, parent }: { serves: number; parent: number | undefined },
): CustomerSummary {
  const { title, stage, customer } = index.facts.get(node) ?? {};
  const [owner] = customer ? row(index.edges.owners, node) : [];
  return {
    customerRef: index.refs.get(node),
    ...(title && { title }),
    ...(customer?.type && { type: customer.type }),
    ...(stage && { stage }),
    ...(customer?.tier && { tier: customer.tier }),
    ...(owner !== undefined && { owner: index.refs.get(owner) }),
    ...(parent !== undefined && { parent: index.refs.get(parent) }),
    serves,
    exists: index.facts.held(node),
  };
}
