import { degree } from './Adjacency';
import { CustomerSummary } from './answers';
import { CustomerGraph } from './CustomerGraph';
import { countServing } from './servingEntities';

/**
 * Everybody who is a customer: the entities of kind Customer, and whatever else an entity names as one. By ref.
 *
 * @public
 */
export function customersOf(graph: CustomerGraph): CustomerSummary[] {
  const { index } = graph;
  const { economic, internal } = index.declaredBy;
  const summaries: CustomerSummary[] = [];
  for (const node of index.refs.sorted) {
    if (
      index.facts.isCustomer(node) ||
      degree(economic, node) ||
      degree(internal, node)
    ) {
      const { title, stage, customer } = index.facts.get(node) ?? {};
      summaries.push({
        customerRef: index.refs.get(node),
        ...(title && { title }),
        ...(customer?.type && { type: customer.type }),
        ...(stage && { stage }),
        ...(customer?.tier && { tier: customer.tier }),
        serves: countServing(index, node),
        exists: index.facts.held(node),
      });
    }
  }
  return summaries;
}
