import {
  CustomerEntry,
  Impact,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** The tiers in the order in which customers are listed; `none` is for those that have none. */
export const IMPACT_TIERS = [1, 2, 3, 4, 'none', 'hidden'] as const;

/** One of {@link IMPACT_TIERS}; `hidden`: the user may not read the customer, so its tier isn't known. */
export type ImpactTier = (typeof IMPACT_TIERS)[number];

/** Customers that are equally critical. */
export type TierGroup = { tier: ImpactTier; customers: CustomerEntry[] };

const tierOf = ({ hidden, tier }: CustomerEntry): ImpactTier =>
  hidden ? 'hidden' : IMPACT_TIERS.find(one => one === tier) ?? 'none';

const byUrgency = (a: CustomerEntry, b: CustomerEntry) =>
  Number(b.role === 'economic') - Number(a.role === 'economic') ||
  a.distance - b.distance;

/** Whom a failure hits, each once: who is a customer in both roles counts as the one who pays. */
export function customersHit(
  customers: readonly CustomerEntry[],
): CustomerEntry[] {
  const known = new Map<string, CustomerEntry>();
  for (const entry of [...customers].sort(byUrgency)) {
    if (!known.has(entry.customerRef)) {
      known.set(entry.customerRef, entry);
    }
  }
  return [...known.values()];
}

/** The tiers that are hit, the most critical first; within each, those who pay and then those nearest. */
export function tierGroups(customers: readonly CustomerEntry[]): TierGroup[] {
  const groups = new Map<ImpactTier, CustomerEntry[]>(
    IMPACT_TIERS.map(tier => [tier, []]),
  );
  for (const entry of customersHit(customers)) {
    groups.get(tierOf(entry))?.push(entry);
  }
  return [...groups]
    .filter(([, listed]) => listed.length > 0)
    .map(([tier, listed]) => ({ tier, customers: listed }));
}

/** How hard a failure hits, in figures. */
export type ImpactFigures = {
  /** How many customers are hit, those that the answer lacks included. */
  customers: number;
  /** The most critical tier, and how many of it are hit; at least so many where the answer lacks some. */
  worstTier?: { tier: number; count: number; atLeast: boolean };
  /** Value per year, the largest amount first. */
  atRisk: Array<{ amount: number; currency: string }>;
  /** How many who pay are left out of that, because the user may not read them. */
  valueHidden: number;
  /** How many entities are affected, those that the answer lacks included. */
  affected: number;
};

/** Works out the figures. */
export function impactFigures(impact: Impact): ImpactFigures {
  const { customers, affected, totals, valueAtRisk, valueHidden } = impact;
  const { smallestTier } = impact;
  const hit = customersHit(customers);
  return {
    customers: totals?.customers ?? hit.length,
    ...(smallestTier && {
      worstTier: {
        tier: smallestTier,
        count: hit.filter(({ tier }) => tier === smallestTier).length,
        atLeast: totals?.customers !== undefined,
      },
    }),
    atRisk: Object.entries(valueAtRisk)
      .map(([currency, amount]) => ({ amount, currency }))
      .sort((a, b) => b.amount - a.amount),
    valueHidden,
    affected: totals?.affected ?? affected.length,
  };
}

const LISTS = ['customers', 'affected', 'operations'] as const;

/**
 * Puts the pages of an answer together; what is still missing stays counted.
 *
 * @param pages - at least one, in order
 */
export function joinImpacts(pages: readonly Impact[]): Impact {
  const [first] = pages;
  const { nextCursor } = pages[pages.length - 1];
  const { truncated: _, totals, nextCursor: __, ...rest } = first;
  const lists = {
    customers: pages.flatMap(page => page.customers),
    affected: pages.flatMap(page => page.affected),
    operations: pages.flatMap(page => page.operations),
  };
  // Lists that are whole by now need no total of their own.
  const missing = LISTS.filter(
    list => (totals?.[list] ?? 0) > lists[list].length,
  );
  return missing.length
    ? {
        ...rest,
        ...lists,
        truncated: true,
        totals: Object.fromEntries(missing.map(list => [list, totals?.[list]])),
        ...(nextCursor && { nextCursor }),
      }
    : { ...rest, ...lists, truncated: false };
}
