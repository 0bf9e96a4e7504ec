import {
  CoverageAspect,
  CoverageCounts,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/**
 * Where coverage comes from, in the order in which it counts; `nobody` is what somebody said `none` of, and `none` what
 * lacks it.
 */
export const COVERAGE_SOURCES = [
  'declared',
  'inherited',
  'derived',
  'part',
  'consumer',
  'assumed',
  'nobody',
  'none',
] as const;

/** One of {@link COVERAGE_SOURCES}. */
export type CoverageSource = (typeof COVERAGE_SOURCES)[number];

/** A part of all entities. */
export type CoveragePart = {
  source: CoverageSource;
  count: number;
  /** Of all entities, from 0 to 1. */
  share: number;
};

// A guess that nobody confirmed covers nothing, and neither does nobody.
const GUESSED: readonly CoverageSource[] = [
  'consumer',
  'assumed',
  'nobody',
  'none',
];

const countsOf = (
  counts: CoverageCounts,
  aspect: CoverageAspect,
): Partial<Record<CoverageSource, number>> => ({
  ...counts[aspect],
  nobody: counts.nobody[aspect],
});

/** How many entities are covered: by what somebody said, and what follows from that. */
export const coveredBy = (
  counts: CoverageCounts,
  aspect: CoverageAspect,
): number =>
  COVERAGE_SOURCES.filter(source => !GUESSED.includes(source)).reduce(
    (sum, source) => sum + (countsOf(counts, aspect)[source] ?? 0),
    0,
  );

/** A share from 0 to 1; of nothing it is 0. */
export const shareOf = (count: number, entities: number): number =>
  entities ? count / entities : 0;

/** All entities, by where their coverage comes from; sources that none has it from are left out. */
export function partsOf(
  counts: CoverageCounts,
  aspect: CoverageAspect,
): CoveragePart[] {
  const { entities } = counts;
  const known = countsOf(counts, aspect);
  const told = Object.values(known).reduce((sum, count) => sum + count, 0);
  const all = { ...known, none: Math.max(0, entities - told) };
  return COVERAGE_SOURCES.map(source => ({
    source,
    count: all[source] ?? 0,
  }))
    .filter(({ count }) => count > 0)
    .map(part => ({ ...part, share: shareOf(part.count, entities) }));
}

/** Whether nothing was begun yet: the catalog knows no customer, or nothing has one. */
export const isUnbegun = (
  counts: CoverageCounts & { customers: number },
): boolean =>
  counts.entities > 0 && (counts.customers === 0 || counts.anyCustomer === 0);
