import {
  CustomerOrder,
  CustomersQuery,
  CustomerSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { matchingText, sortableName } from './listed';
import { Place, SortKey } from './sortedPage';

/** Which customers somebody wants to see. */
export type CustomerFilters = Pick<
  CustomersQuery,
  'type' | 'stage' | 'tier' | 'text'
>;

// Those without a tier come after those with the least critical one.
const NO_TIER = 5;

const named = ({ customerRef: ref, title }: CustomerSummary) => ({
  ref,
  title,
});

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
      return [sortableName(named(customer))];
    case 'tier':
      return [customer.tier ?? NO_TIER];
    case 'serves':
      return [-customer.serves];
    default:
      return [];
  }
}

/** Says of a customer whether it passes all filters. */
export function matching({
  type,
  stage,
  tier,
  text,
}: CustomerFilters): (customer: CustomerSummary) => boolean {
  const hasText = matchingText(text);
  return customer =>
    (type === undefined || customer.type === type) &&
    (stage === undefined || customer.stage === stage) &&
    (tier === undefined || customer.tier === tier) &&
    hasText(named(customer));
}
