import { DeclarationSource } from '../assign/assignment';
import { CustomerSource, GraphStamp, OperationsSource } from '../graph/answers';
import { DeclarationKey } from '../model/annotations';
import { CustomerLayerRequestOptions } from './CustomerLayerApi';

/**
 * What a catalog may lack: customers in a role, consumer teams not counted; or operations teams that somebody declared,
 * owners that stand in not counted. Only those count that exist.
 *
 * @public
 */
export const COVERAGE_ASPECTS = ['economic', 'internal', 'operations'] as const;

/** One of {@link COVERAGE_ASPECTS}. @public */
export type CoverageAspect = (typeof COVERAGE_ASPECTS)[number];

/**
 * How many entities have what they should have, by where they have it from. Each entity counts once, at the first of its
 * sources in the order of precedence.
 *
 * @public
 */
export type CoverageCounts = {
  /** Deliverable entities. */
  entities: number;
  /** Have a customer in any role that exists, consumer teams not counted. */
  anyCustomer: number;
  /** Have an economic customer that exists; `consumer` is always 0. */
  economic: Record<CustomerSource, number>;
  /** Have an internal customer that exists. */
  internal: Record<CustomerSource, number>;
  /** Have an operations team that exists. */
  operations: Record<OperationsSource, number>;
  /** Have nobody by any source, and `none` says that this is right: at the entity, or where it inherits from. */
  nobody: Record<CoverageAspect, number>;
};

/** How much of the catalog has customers and operations teams. Counts are of all entities, whoever asks. @public */
export type Coverage = CoverageCounts & {
  graph: GraphStamp;
  /** The same by kind, in lower case. */
  byKind: Record<string, CoverageCounts>;
  /** Declarations of customers and operations teams, by who says them; rules and aliases each for itself. */
  declarations: Array<{ source: DeclarationSource; count: number }>;
  /** Customers that the catalog holds. */
  customers: number;
};

/** How it was at some time. @public */
export type CoverageSample = CoverageCounts & {
  /** ISO 8601 time. */
  at: string;
};

/** One place to begin at. @public */
export type CoverageStep = {
  /** What to declare something on. */
  entityRef: string;
  title?: string;
  /** How many entities would have it that don't yet, after the steps before. */
  gain: number;
  /** Of these, how many by inheritance, this one included. */
  inherited: number;
  /** And how many along the dependencies, or as what the covered are parts of. */
  derived: number;
  /** How many entities would have it after this step. */
  covered: number;
};

/** The smallest list of declarations that would cover the most. @public */
export type WhereToBegin = {
  graph: GraphStamp;
  aspect: CoverageAspect;
  entities: number;
  /** How many have it now. */
  covered: number;
  /** The one that covers most first, of those places that the caller may read. */
  steps: CoverageStep[];
  /** At how many more something could be declared, which the caller may not read. */
  hiddenPlaces: number;
  /** False where weighing all places would take too long: only those with most parts and dependencies were weighed. */
  complete: boolean;
};

/** An entity that lacks something. @public */
export type UncoveredEntity = {
  entityRef: string;
  title?: string;
  owners: string[];
  /** `spec.type`, where it has one. */
  type?: string;
  /** The containers it is directly part of. */
  partOf: string[];
};

/**
 * Why something is suggested, the weightiest first: it is declared on what depends on the entity (`dependents`), on what
 * consumes its APIs (`api-consumers`), on other parts of what it is part of (`siblings`), or on other entities of its
 * owners (`same-owner`); it owns what uses the entity (`consumer-owner`); it owns the entity (`owner`), or is parent,
 * child or sibling of a group that does (`near-owner`); its name or type says what it is for (`name-or-type`).
 *
 * @public
 */
export const SUGGESTION_REASONS = [
  'dependents',
  'api-consumers',
  'siblings',
  'consumer-owner',
  'same-owner',
  'owner',
  'near-owner',
  'name-or-type',
] as const;

/** Why something is suggested. @public */
export type SuggestionReason = {
  /** One of {@link SUGGESTION_REASONS}. */
  code: (typeof SUGGESTION_REASONS)[number];
  /** How many entities say so; 1 where the suggested group itself does. */
  count: number;
  /** Some of them that the caller may read, by ref; at most 5. */
  entityRefs: string[];
};

/** Somebody who may be a customer or the operations team of an entity. Never applied by itself. @public */
export type Suggestion = {
  entityRef: string;
  key: Extract<
    DeclarationKey,
    'economicCustomers' | 'internalCustomers' | 'operationsTeam'
  >;
  /** A full ref. */
  value: string;
  title?: string;
  /** 0 to 1; the likeliest first. */
  score: number;
  /** The weightiest first. */
  reasons: SuggestionReason[];
  dismissed?: { by: string; at: string };
};

/**
 * How much of the catalog has customers, and where to begin.
 *
 * @see docs/coverage.md
 * @public
 */
export interface CoverageApi {
  /** How much of the catalog has customers and operations teams. */
  getCoverage(options?: CustomerLayerRequestOptions): Promise<Coverage>;

  /** How that grew: the oldest first. */
  getCoverageHistory(
    query?: { since?: string },
    options?: CustomerLayerRequestOptions,
  ): Promise<{ items: CoverageSample[] }>;

  /** Where to declare something, so that it covers the most. `limit`: 1 to 100 steps; 10 where absent. */
  getWhereToBegin(
    query: { aspect: CoverageAspect; limit?: number },
    options?: CustomerLayerRequestOptions,
  ): Promise<WhereToBegin>;

  /** Entities that lack something and that the caller may read, by ref. */
  getUncovered(
    query: {
      aspect: CoverageAspect;
      kind?: string;
      type?: string;
      owner?: string;
      text?: string;
      limit?: number;
      cursor?: string;
    },
    options?: CustomerLayerRequestOptions,
  ): Promise<{
    items: UncoveredEntity[];
    /** How many there are, by these filters, that the caller may read. */
    totalItems: number;
    /** How many lack it that the caller may not read; whether these match is not said. */
    hiddenItems: number;
    nextCursor?: string;
  }>;

  /** Suggestions for up to 100 entities, the likeliest first. */
  getSuggestions(
    request: { entityRefs: string[]; dismissed?: boolean },
    options?: CustomerLayerRequestOptions,
  ): Promise<{ items: Suggestion[] }>;

  /** Dismisses suggestions for everybody, or takes that back. */
  dismissSuggestions(
    request: {
      items: Array<Pick<Suggestion, 'entityRef' | 'key' | 'value'>>;
      dismissed: boolean;
    },
    options?: CustomerLayerRequestOptions,
  ): Promise<void>;
}
