import {
  AssignmentSource,
  COVERAGE_ASPECTS,
  CoverageAspect,
  DeclarationKey,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** The views of the page. */
export const COVERAGE_VIEWS = [
  'overview',
  'gaps',
  'assigned',
  'assigners',
] as const;

/** One of {@link COVERAGE_VIEWS}. */
export type CoverageView = (typeof COVERAGE_VIEWS)[number];

/** Which of the entities that lack something are shown. */
export type GapFilters = {
  /** In lower case. */
  kind?: string;
  /** `spec.type`, as a whole. */
  type?: string;
  /** A full ref. */
  owner?: string;
  text?: string;
};

/** Reads which view is shown. */
export const readCoverageView = (value: unknown): CoverageView =>
  COVERAGE_VIEWS.find(view => view === value) ?? 'overview';

/** Reads what is looked for. */
export const readAspect = (value: unknown): CoverageAspect =>
  COVERAGE_ASPECTS.find(aspect => aspect === value) ?? 'economic';

const textOf = (value: unknown) =>
  typeof value === 'string' && value.trim() ? value : undefined;

/** Reads filters from the address of the page; what makes no sense there is left out. */
export function readGapFilters(params: unknown): GapFilters {
  const given = (params ?? {}) as Record<string, unknown>;
  const [kind, type, owner, text] = ['kind', 'type', 'owner', 'text'].map(
    name => textOf(given[name]),
  );
  return {
    ...(kind && { kind }),
    ...(type && { type }),
    ...(owner && { owner }),
    ...(text && { text }),
  };
}

/** Whether everything that lacks it is shown. */
export const isEveryGap = (filters: GapFilters): boolean =>
  Object.keys(filters).length === 0;

/** Where a view of the page is, beneath its path. */
export function coverageSearch(
  view: CoverageView,
  aspect: CoverageAspect,
): string {
  return `?${new URLSearchParams({
    view,
    ...(aspect !== 'economic' && { aspect }),
  })}`;
}

/** Where the entities are to which one of those who assign something has assigned it. */
export const assignedSearch = (source: AssignmentSource): string =>
  `?${new URLSearchParams({ view: 'assigned', 'filters[text]': source })}`;

/** What is declared where something is looked for. */
export const KEY_OF_ASPECT = {
  economic: 'economicCustomers',
  internal: 'internalCustomers',
  operations: 'operationsTeam',
} as const satisfies Record<CoverageAspect, DeclarationKey>;
