import { CUSTOMER_ROLES, CustomerRole } from '../model/words';
import { inherits } from './ContainerWalk';
import { GraphIndex } from './GraphIndex';
import { row } from './Paged';
import { takeAllSteps } from './takeAllSteps';

// So many entities are looked at in one step: a millisecond or two.
const ENTITIES_PER_STEP = 2_000;

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
  const serving = takeAllSteps(servingInSteps(index, customers));
  return [...serving].sort(index.refs.compare);
}

/**
 * The same in steps and in no order.
 *
 * @param roles - in which roles; in any where absent
 */
export function* servingInSteps(
  index: GraphIndex,
  customers: readonly number[],
  roles: readonly CustomerRole[] = CUSTOMER_ROLES,
): Generator<undefined, Set<number>> {
  const serving = new Set<number>();
  let looked = 0;
  for (const role of roles) {
    const found = new Set<number>();
    for (const customer of customers) {
      row(index.declaredBy[role], customer).forEach(node => found.add(node));
    }
    // A set takes in what is added to it while it is gone through.
    for (const node of found) {
      for (const part of row(index.parts, node)) {
        if (!found.has(part) && inherits(index, part, role)) {
          found.add(part);
        }
      }
      serving.add(node);
      looked++;
      if (looked % ENTITIES_PER_STEP === 0) {
        yield undefined;
      }
    }
  }
  return serving;
}
