import { CUSTOMER_ROLES, CustomerRole } from '../model/words';
import { inherits } from './ContainerWalk';
import { GraphIndex } from './GraphIndex';
import { row } from './Paged';

/**
 * The entities that some customers are direct customers of, in any role: what declares them, and the parts of that,
 * as far as these inherit. Sorted.
 *
 * @see docs/derivation.md#direct
 */
export function servingEntities(
  index: GraphIndex,
  customers: readonly number[],
): number[] {
  const serving = new Set<number>();
  for (const role of CUSTOMER_ROLES) {
    const found = new Set<number>();
    for (const customer of customers) {
      row(index.declaredBy[role], customer).forEach(node => found.add(node));
    }
    addHeirs(index, found, role);
    found.forEach(node => serving.add(node));
  }
  return [...serving].sort(index.refs.compare);
}

/** How many entities a customer is a direct customer of. */
export function countServing(index: GraphIndex, customer: number): number {
  const known = index.serving.get(customer);
  if (known !== undefined) {
    return known;
  }
  const count = servingEntities(index, [customer]).length;
  index.serving.set(customer, count);
  return count;
}

// A set takes in what is added to it while it is gone through.
function addHeirs(
  index: GraphIndex,
  found: Set<number>,
  role: CustomerRole,
): void {
  for (const node of found) {
    for (const part of row(index.parts, node)) {
      if (!found.has(part) && inherits(index, part, role)) {
        found.add(part);
      }
    }
  }
}
