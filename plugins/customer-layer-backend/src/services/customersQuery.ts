import {
  CustomerOrder,
  CustomersQuery,
  CustomerSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** Which customers somebody wants to see. */
export type CustomerFilters = Pick<
  CustomersQuery,
  'type' | 'stage' | 'tier' | 'text'
>;

/** What a customer is sorted by; then by ref. */
export type SortKey = string | number;

// Those without a tier come after those with the least critical one.
const NO_TIER = 5;

const nameOf = ({ customerRef, title }: CustomerSummary) =>
  title ?? customerRef.slice(customerRef.indexOf('/') + 1);

/** What a customer is sorted by in an order. */
export function sortKeyOf(
  customer: CustomerSummary,
  order: CustomerOrder,
): SortKey {
  switch (order) {
    case 'name':
      return nameOf(customer).toLowerCase();
    case 'tier':
      return customer.tier ?? NO_TIER;
    case 'serves':
      return -customer.serves;
    default:
      return '';
  }
}

/** Compares by key, then by ref, both by code unit. */
export function compareKeys(
  a: { key: SortKey; ref: string },
  b: { key: SortKey; ref: string },
): number {
  if (a.key !== b.key) {
    return a.key < b.key ? -1 : 1;
  }
  if (a.ref !== b.ref) {
    return a.ref < b.ref ? -1 : 1;
  }
  return 0;
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
