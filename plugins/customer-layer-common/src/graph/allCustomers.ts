import { CUSTOMER_ROLES } from '../model/words';
import { consumerTeams } from './consumerTeams';
import { customersReached, FoundCustomer } from './customers';
import { GraphIndex } from './GraphIndex';
import { Walk } from './Walk';

/**
 * Everybody who is a customer of an entity, in no order. Consumer teams come last: anything else that makes a team a
 * customer beats them.
 *
 * @param walk - from the entity to all that consumes it
 */
export function allCustomers(
  index: GraphIndex,
  walk: Walk,
  node: number,
): FoundCustomer[] {
  const customers: FoundCustomer[] = customersReached(index, walk);
  const teams = index.rules.teamsAreInternalCustomers
    ? consumerTeams(index, node)
    : [];
  if (teams.length) {
    const known = new Set<number>();
    for (const { customer, role } of customers) {
      if (CUSTOMER_ROLES[role] === 'internal') {
        known.add(customer);
      }
    }
    customers.push(...teams.filter(({ customer }) => !known.has(customer)));
  }
  return customers;
}
