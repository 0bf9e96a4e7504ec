import { TeamsQuery } from '@missing-layer/backstage-plugin-customer-layer-common';

/** Orders that the list of teams offers; the first one holds where nothing was chosen. */
export const TEAM_LISTING_ORDERS = ['readiness', 'name', 'operates'] as const;

/** One of {@link TEAM_LISTING_ORDERS}. */
export type TeamListingOrder = (typeof TEAM_LISTING_ORDERS)[number];

/** What can be chosen of readiness. */
export const READY_CHOICES = ['notReady', 'ready'] as const;

/** Which teams are listed, and in which order. */
export type TeamListing = {
  ready?: (typeof READY_CHOICES)[number];
  text?: string;
  sort: TeamListingOrder;
};

/** What stands in the address of the page. */
export type TeamListingParams = Partial<Record<keyof TeamListing, string>>;

const [DEFAULT_ORDER] = TEAM_LISTING_ORDERS;

/** Reads a listing from the address of the page; what makes no sense there is left out. */
export function readTeamListing(params: unknown): TeamListing {
  const given = (params ?? {}) as Record<string, unknown>;
  const ready = READY_CHOICES.find(one => one === given.ready);
  return {
    ...(ready && { ready }),
    ...(typeof given.text === 'string' && given.text && { text: given.text }),
    sort: TEAM_LISTING_ORDERS.find(one => one === given.sort) ?? DEFAULT_ORDER,
  };
}

/** Writes a listing for the address of the page, without what goes without saying. */
export const writeTeamListing = ({
  ready,
  text,
  sort,
}: TeamListing): TeamListingParams => ({
  ...(ready && { ready }),
  ...(text && { text }),
  ...(sort !== DEFAULT_ORDER && { sort }),
});

/** Whether nothing is filtered by; an order is no filter. */
export const isEveryTeam = ({ ready, text }: TeamListing): boolean =>
  !ready && !text?.trim();

/** A listing as the question that it stands for. */
export const teamsQuery = ({ ready, text, sort }: TeamListing): TeamsQuery => ({
  ...(ready && { ready: ready === 'ready' }),
  text: text?.trim() || undefined,
  sort,
});
