import { degree } from './Adjacency';
import { CustomerSummary } from './answers';
import { CustomerGraph } from './CustomerGraph';

/**
 * Everybody who is a customer: the entities of kind Customer, and whatever else an entity names as one. By ref.
 *
 * @public
 */
export function customersOf(graph: CustomerGraph): CustomerSummary[] {
  const { refs, facts, directlyServedBy } = graph.index;
  const summaries: CustomerSummary[] = [];
  for (let node = 0; node < refs.length; node++) {
    const serves = degree(directlyServedBy, node);
    const { title, stage, customer } = facts[node] ?? {};
    if (customer || serves) {
      summaries.push({
        customerRef: refs[node],
        ...(title && { title }),
        ...(customer?.type && { type: customer.type }),
        ...(stage && { stage }),
        ...(customer?.tier && { tier: customer.tier }),
        serves,
        exists: facts[node] !== undefined,
      });
    }
  }
  return summaries;
}
