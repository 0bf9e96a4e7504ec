import {
  CustomerEntry,
  EntityLayers,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** Something in the cake that can light up: an id that no other thing in it has. */
export type LightKey = string;

/** The key of a customer; the same one may stand in the cake in both roles. */
export const customerKey = ({
  customerRef,
  role,
}: Pick<CustomerEntry, 'customerRef' | 'role'>): LightKey =>
  `customer ${role} ${customerRef}`;

/** The key of an operations team of the entity. */
export const teamKey = (teamRef: string): LightKey => `team ${teamRef}`;

/** The key of the entity itself, or of something that it rests on. */
export const entryKey = (entityRef: string): LightKey => `entry ${entityRef}`;

/**
 * Whether what lies on a path down from the entity is for one of its customers, as far as the answer tells. A
 * consumer team benefits from the entity alone, and the customers of a part from what lies beneath that part.
 */
function benefits({ source, path }: CustomerEntry, down: readonly string[]) {
  switch (source) {
    case 'consumer':
      return down.length === 1;
    case 'part':
      return down.length === 1 || down[1] === path[1];
    default:
      return true;
  }
}

/**
 * What ties one thing in the cake to the customers, itself included: of a customer what lies on its path, of something
 * beneath the entity its path and the customers up there, of a team what it operates. The operations teams of the
 * entity belong to all of these.
 */
export function lightOf(layers: EntityLayers, key: LightKey): Set<LightKey> {
  const { entityRef, customers, operations, supply } = layers;
  const lit = new Set([
    key,
    entryKey(entityRef),
    ...operations.map(({ teamRef }) => teamKey(teamRef)),
  ]);
  const customer = customers.find(entry => customerKey(entry) === key);
  if (customer) {
    customer.path.forEach(ref => lit.add(entryKey(ref)));
    return lit;
  }

  const entry = supply.find(supplied => entryKey(supplied.entityRef) === key);
  const down = entry?.path ?? [entityRef];
  down.forEach(ref => lit.add(entryKey(ref)));
  customers
    .filter(entered => benefits(entered, down))
    .forEach(entered => lit.add(customerKey(entered)));

  supply
    .filter(({ operationsTeams }) =>
      operationsTeams.some(team => teamKey(team) === key),
    )
    .forEach(operated => lit.add(entryKey(operated.entityRef)));
  return lit;
}
