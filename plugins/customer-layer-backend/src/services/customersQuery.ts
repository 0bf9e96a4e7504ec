import {
  CustomerOrder,
  CustomersQuery,
  CustomerSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Place, SortKey } from './sortedPage';

/** Which customers somebody wants to see. */
export type CustomerFilters = Pick<
  CustomersQuery,
  'type' | 'stage' | 'tier' | 'text'
>;

// Those without a tier come after those with the least critical one.
const NO_TIER = 5;

const nameOf = ({ customerRef, title }: CustomerSummary) =>
  title ?? customerRef.slice(customerRef.indexOf('/') + 1);

/** Where a customer stands in an order. */
export const placeOfCustomer =
  (order: CustomerOrder) =>
  (customer: CustomerSummary): Place => ({
    ref: customer.customerRef,
    key: keyOf(customer, order),
  });

function keyOf(customer: CustomerSummary, order: CustomerOrder): SortKey {
  switch (order) {
    case 'name':
      return [nameOf(customer).toLowerCase()];
    case 'tier':
      return [customer.tier ?? NO_TIER];
    case 'serves':
      return [-customer.serves];
    default:
      return [];
  }
}

/** Whether anything is filtered by. */
export const isFiltered = (filters: CustomerFilters): boolean =>
  Object.values(filters).some(value => value !== undefined);

/** Says of a customer whether it passes all filters. */
export function matching({
  type,
  stage,
  tier,
  text,
}: CustomerFilters): (customer: CustomerSummary) => boolean {
  const wanted = text?.toLowerCase();
  return customer =>
    (type === undefined || customer.type === type) &&
    (stage === undefined || customer.stage === stage) &&
    (tier === undefined || customer.tier === tier) &&
    (wanted === undefined ||
      customer.customerRef.includes(wanted) ||
      (customer.title?.toLowerCase().includes(wanted) ?? false));
}
