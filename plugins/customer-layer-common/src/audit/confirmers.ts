import { allCustomers } from '../graph/allCustomers';
import { CustomerGraph } from '../graph/CustomerGraph';
import { walkToConsumers } from '../graph/customers';
import { GraphIndex } from '../graph/GraphIndex';
import { row } from '../graph/Paged';
import { CONFIRMATION_KINDS, ConfirmationKind } from './confirmation';

/**
 * What can be confirmed of an entity: the delivery of what is deliverable, training and review of a Group.
 *
 * @param entityRef - a full ref in lower case
 * @public
 */
export function confirmableKinds(
  { index }: CustomerGraph,
  entityRef: string,
): ConfirmationKind[] {
  const node = index.refs.find(entityRef);
  const facts = node === undefined ? undefined : index.facts.get(node);
  return CONFIRMATION_KINDS.filter(kind =>
    kind === 'delivery' ? facts?.deliverable : facts?.team,
  );
}

/**
 * Refs of those who may confirm something, and of the groups whose members may: of a delivery the owners of the entity
 * and its customers, where the owners of a Customer speak for it; of a training or a review the team itself and its
 * manager.
 *
 * @param entityRef - a full ref in lower case
 * @returns none when that can't be confirmed of the entity
 * @see docs/audit.md#confirmations
 * @public
 */
export function confirmersOf(
  graph: CustomerGraph,
  entityRef: string,
  kind: ConfirmationKind,
): Set<string> {
  const { index } = graph;
  const node = index.refs.find(entityRef);
  if (
    node === undefined ||
    !confirmableKinds(graph, entityRef).includes(kind)
  ) {
    return new Set();
  }
  if (kind === 'delivery') {
    return new Set(
      Array.from(deliverySides(index, node), side => index.refs.get(side)),
    );
  }
  const manager = index.facts.get(node)?.team?.manager;
  return new Set([entityRef, ...(manager ? [manager] : [])]);
}

function* deliverySides(index: GraphIndex, node: number): Generator<number> {
  yield* row(index.edges.owners, node);
  for (const { customer } of allCustomers(
    index,
    walkToConsumers(index, [node]),
    node,
  )) {
    if (index.facts.isCustomer(customer)) {
      yield* row(index.edges.owners, customer);
    } else {
      yield customer;
    }
  }
}
