import {
  CUSTOMER_ROLES,
  CustomerRole,
  CustomersQuery,
  CustomerSummary,
  PILLARS,
  Stage,
  STAGES,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** Orders that the list of customers offers; the first one holds where nothing was chosen. */
export const LISTING_ORDERS = ['tier', 'name', 'serves'] as const;

/** One of {@link LISTING_ORDERS}. */
export type ListingOrder = (typeof LISTING_ORDERS)[number];

/** The tiers, the most critical one first. */
export const TIERS = [1, 2, 3, 4] as const;

/** Which customers are listed, and in which order. */
export type Listing = {
  type?: CustomerRole;
  stage?: Stage;
  tier?: number;
  text?: string;
  sort: ListingOrder;
};

/** What stands in the address of the page. */
export type ListingParams = Partial<Record<keyof Listing, string>>;

const [DEFAULT_ORDER] = LISTING_ORDERS;

function known<T extends string>(
  value: unknown,
  all: readonly T[],
): T | undefined {
  return all.find(one => one === value);
}

/** Reads a listing from the address of the page; what makes no sense there is left out. */
export function readListing(params: unknown): Listing {
  const given = (params ?? {}) as Record<string, unknown>;
  const type = known(given.type, CUSTOMER_ROLES);
  const stage = known(given.stage, STAGES);
  const tier = TIERS.find(one => String(one) === given.tier);
  return {
    ...(type && { type }),
    ...(stage && { stage }),
    ...(tier && { tier }),
    ...(typeof given.text === 'string' && given.text && { text: given.text }),
    sort: known(given.sort, LISTING_ORDERS) ?? DEFAULT_ORDER,
  };
}

/** Writes a listing for the address of the page, without what goes without saying. */
export function writeListing(listing: Listing): ListingParams {
  const { type, stage, tier, text, sort } = listing;
  return {
    ...(type && { type }),
    ...(stage && { stage }),
    ...(tier && { tier: String(tier) }),
    ...(text && { text }),
    ...(sort !== DEFAULT_ORDER && { sort }),
  };
}

/** Whether nothing is filtered by; an order is no filter. */
export const isWholeList = ({ type, stage, tier, text }: Listing): boolean =>
  !type && !stage && !tier && !text?.trim();

/** A listing as the question that it stands for. */
export const listingQuery = (listing: Listing): CustomersQuery => ({
  ...listing,
  text: listing.text?.trim() || undefined,
});

/** How a customer is served, in a form to print. */
export type CustomerRow = {
  /** What it is: its stage where it has one, else its type. */
  type?: CustomerRole | Stage | 'no-stage';
  /** How strong the teams behind it are; `none`: nothing serves it, so there are none. */
  delivery: 'hidden' | 'none' | 'ready' | 'weak';
  /** Whether only its segments are served. */
  segmentsOnly: boolean;
  weakest?: { teamRef: string; passed?: number; total: number };
  /** ISO 8601 date of the last confirmation. */
  newest?: string;
  unconfirmed: number;
};

/** Works out what to print of a customer. */
export function customerRow(customer: CustomerSummary): CustomerRow {
  const { type, stage, serves, weakestTeam, confirmed, hidden } = customer;
  const unconfirmed = confirmed?.unconfirmed ?? 0;
  if (hidden) {
    return { delivery: 'hidden', segmentsOnly: false, unconfirmed };
  }
  // Nobody else than a group or a person is an internal customer without saying so.
  const plainly = /^(group|user):/.test(customer.customerRef)
    ? 'no-stage'
    : undefined;
  return {
    type: stage ?? type ?? plainly,
    segmentsOnly: !serves && weakestTeam !== undefined,
    ...(weakestTeam
      ? {
          delivery: 'weak',
          weakest: {
            teamRef: weakestTeam.teamRef,
            passed: weakestTeam.passes,
            total: PILLARS.length,
          },
        }
      : { delivery: serves ? 'ready' : 'none' }),
    ...(confirmed?.newest && { newest: confirmed.newest }),
    unconfirmed,
  };
}
