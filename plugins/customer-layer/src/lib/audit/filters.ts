import {
  FINDING_STATES,
  FindingState,
  FindingsQuery,
  SEVERITIES,
  Severity,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** Which findings are shown; an empty list means any. */
export type Filters = {
  rule: string[];
  state: FindingState[];
  severity: Severity[];
  kind: string[];
  /** A ref or `none`. */
  owner?: string;
  /** A ref or `none`. */
  system?: string;
  text?: string;
};

/** The views of the page. */
export const AUDIT_VIEWS = ['overview', 'findings', 'exemptions'] as const;

/** One of {@link AUDIT_VIEWS}. */
export type AuditView = (typeof AUDIT_VIEWS)[number];

/** The states that findings on a page can have: skipped ones are not kept. */
export const SHOWN_STATES = FINDING_STATES.filter(state => state !== 'skipped');

const ANY = 'any';
const DEFAULT_STATE: FindingState[] = ['fail'];

/** What stands in the address of the page. */
export type FilterParams = Partial<Record<keyof Filters, string | string[]>>;

function textsOf(value: unknown): string[] {
  // A list that came with gaps or many items arrives as an object.
  const values =
    typeof value === 'object' && value !== null
      ? Object.values(value)
      : [value];
  return values.filter((one): one is string => typeof one === 'string');
}

const known = <T extends string>(values: string[], all: readonly T[]): T[] =>
  all.filter(one => values.includes(one));

/** Reads filters from the address of the page; what makes no sense there is left out. */
export function readFilters(params: unknown): Filters {
  const given = (params ?? {}) as Record<string, unknown>;
  const state = textsOf(given.state);
  const [owner] = textsOf(given.owner);
  const [system] = textsOf(given.system);
  const [text] = textsOf(given.text);
  return {
    rule: textsOf(given.rule),
    state: state.length ? known(state, SHOWN_STATES) : DEFAULT_STATE,
    severity: known(textsOf(given.severity), SEVERITIES),
    kind: textsOf(given.kind),
    ...(owner && { owner }),
    ...(system && { system }),
    ...(text && { text }),
  };
}

/** Writes filters for the address of the page, without what goes without saying. */
export function writeFilters(filters: Filters): FilterParams {
  const { rule, state, severity, kind, owner, system, text } = filters;
  return {
    ...(rule.length && { rule }),
    ...(state.join() !== DEFAULT_STATE.join() && {
      state: state.length ? state : [ANY],
    }),
    ...(severity.length && { severity }),
    ...(kind.length && { kind }),
    ...(owner && { owner }),
    ...(system && { system }),
    ...(text && { text }),
  };
}

/** Whether filters are those that hold where nothing was chosen. */
export const isUnfiltered = (filters: Filters): boolean =>
  Object.keys(writeFilters(filters)).length === 0;

/** Filters as the question that they stand for. */
export const queryOf = (filters: Filters): FindingsQuery => ({
  ...filters,
  text: filters.text?.trim() || undefined,
});

/** Where a view of the page is, beneath its path; other filters than given are the default ones. */
export function auditSearch(
  view: AuditView,
  filters: Partial<Filters> = {},
): string {
  const search = new URLSearchParams({ view });
  const params = writeFilters({ ...readFilters({}), ...filters });
  for (const [name, value] of Object.entries(params)) {
    if (Array.isArray(value)) {
      value.forEach((one, index) =>
        search.append(`filters[${name}][${index}]`, one),
      );
    } else {
      search.append(`filters[${name}]`, value);
    }
  }
  return `?${search}`;
}

/** Reads which view is shown. */
export const readView = (value: unknown): AuditView =>
  AUDIT_VIEWS.find(view => view === value) ?? 'overview';
