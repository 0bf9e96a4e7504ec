import {
  CustomerEntry,
  CustomerRole,
  Stage,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** The sections in which customers are listed, in order. */
export const CUSTOMER_SECTIONS = [
  'economic',
  'front-stage',
  'back-stage',
  'no-stage',
] as const;

/** One of {@link CUSTOMER_SECTIONS}. */
export type CustomerSectionId = (typeof CUSTOMER_SECTIONS)[number];

/** Customers that are listed together. */
export type CustomerSection = {
  id: CustomerSectionId;
  customers: CustomerEntry[];
};

/** In which section a customer is listed. */
export const sectionOf = (
  role: CustomerRole,
  stage?: Stage,
): CustomerSectionId =>
  role === 'economic' ? 'economic' : stage ?? 'no-stage';

/** The sections that have customers, nearest customers first. */
export function customerSections(
  customers: readonly CustomerEntry[],
): CustomerSection[] {
  const bySection = new Map<CustomerSectionId, CustomerEntry[]>(
    CUSTOMER_SECTIONS.map(id => [id, []]),
  );
  for (const customer of customers) {
    bySection.get(sectionOf(customer.role, customer.stage))?.push(customer);
  }
  return [...bySection]
    .filter(([, listed]) => listed.length > 0)
    .map(([id, listed]) => ({
      id,
      customers: listed.sort((a, b) => a.distance - b.distance),
    }));
}
