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

/** How many customers a tier has; those of whom no tier is known come last. */
export type TierCount = { tier?: number; count: number };

/** In which section a customer is listed. */
export const sectionOf = (
  role: CustomerRole,
  stage?: Stage,
): CustomerSectionId =>
  role === 'economic' ? 'economic' : stage ?? 'no-stage';

// After the least critical tier, which is 4.
const NO_TIER = 5;

/** Where a tier stands among others; those without one come last. */
export const tierRank = ({ tier }: { tier?: number }) => tier ?? NO_TIER;

/** How many of the customers are of each tier, the most important tier first. */
export function tierCounts(customers: readonly CustomerEntry[]): TierCount[] {
  const counts = new Map<number | undefined, number>();
  for (const { tier } of customers) {
    counts.set(tier, (counts.get(tier) ?? 0) + 1);
  }
  return [...counts]
    .map(([tier, count]) => ({ tier, count }))
    .sort((a, b) => tierRank(a) - tierRank(b));
}

/** The sections that have customers: the most important tier first, in it the nearest. */
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
      customers: listed.sort(
        (a, b) => tierRank(a) - tierRank(b) || a.distance - b.distance,
      ),
    }));
}
