import { CustomerRole, Stage } from '../model/words';
import { GraphStamp, TeamEntry } from './answers';

/** The team with the most pillars missing. @public */
export type WeakestTeam = {
  teamRef: string;
  /** How many of the four pillars pass; absent where the caller may not read the team. */
  passes?: number;
};

/** When the customer side confirmed some deliveries, as far as the caller may read these. @public */
export type Confirmations = {
  /** ISO 8601 date of the last confirmation. */
  newest?: string;
  /** ISO 8601 date on which the delivery was confirmed that has gone longest without. */
  oldest?: string;
  /** How many were never confirmed. */
  unconfirmed: number;
};

/** A customer in a list. @public */
export type CustomerSummary = {
  customerRef: string;
  title?: string;
  type?: CustomerRole;
  stage?: Stage;
  tier?: number;
  /** Ref of who keeps the relationship. */
  owner?: string;
  /** Ref of the customer that it is a segment of. */
  parent?: string;
  /** How many entities it is a direct customer of, its own only. */
  serves: number;
  /** Of its delivery, segments included; absent where no team misses a pillar. */
  weakestTeam?: WeakestTeam;
  /** Of the entities that it is a direct customer of, its own only; absent where there are none. */
  confirmed?: Confirmations;
  exists: boolean;
  hidden?: true;
};

/** One page of customers. @public */
export type CustomersPage = {
  graph: GraphStamp;
  items: CustomerSummary[];
  /** How many match. */
  totalItems: number;
  /**
   * How many are left out because the caller may not read them, so that it can't be said whether they match; only where
   * something is filtered by.
   */
  hiddenItems?: number;
  /** Give this to get the next page; absent on the last one. */
  nextCursor?: string;
};

/** A team in a list. @public */
export type TeamSummary = TeamEntry & {
  /** How many entities it operates. */
  operates: number;
  /**
   * The tier of the most critical customer that these serve, 1 to 4; of customers and entities that the caller may read.
   */
  leastTier?: number;
};

/** One page of operations teams. @public */
export type TeamsPage = {
  graph: GraphStamp;
  items: TeamSummary[];
  /** How many match. */
  totalItems: number;
  /** Like {@link CustomersPage.hiddenItems}. */
  hiddenItems?: number;
  /** Give this to get the next page; absent on the last one. */
  nextCursor?: string;
};
