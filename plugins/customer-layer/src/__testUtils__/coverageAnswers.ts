import {
  Coverage,
  CoverageCounts,
  CoverageSample,
  CoverageStep,
  Suggestion,
  UncoveredEntity,
  WhereToBegin,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { CoverageAnswers } from './FakeCoverageApi';

const GRAPH = { revision: 'r1', builtAt: '2026-11-20T06:00:00Z' };

/** Counts of a catalog; what is not given is nought. */
export const countsOf = (
  entities: number,
  more: {
    anyCustomer?: number;
    economic?: Partial<CoverageCounts['economic']>;
    internal?: Partial<CoverageCounts['internal']>;
    operations?: Partial<CoverageCounts['operations']>;
    nobody?: Partial<CoverageCounts['nobody']>;
  } = {},
): CoverageCounts => {
  const none = { declared: 0, inherited: 0, derived: 0, part: 0, consumer: 0 };
  return {
    entities,
    anyCustomer: more.anyCustomer ?? 0,
    economic: { ...none, ...more.economic },
    internal: { ...none, ...more.internal },
    operations: { declared: 0, inherited: 0, assumed: 0, ...more.operations },
    nobody: { economic: 0, internal: 0, operations: 0, ...more.nobody },
  };
};

/** A catalog half of which is covered, unless told otherwise. */
export const coverageOf = (more: Partial<Coverage> = {}): Coverage => ({
  ...countsOf(200, {
    anyCustomer: 120,
    economic: { declared: 10, inherited: 50, derived: 40 },
    internal: { declared: 20, consumer: 30 },
    operations: { declared: 5, assumed: 150 },
  }),
  graph: GRAPH,
  byKind: {
    component: countsOf(150, { economic: { declared: 75 } }),
    system: countsOf(50),
  },
  declarations: [
    { source: 'rule:retail', count: 20 },
    { source: 'file', count: 35 },
    { source: 'portal', count: 1 },
  ],
  customers: 4,
  ...more,
});

/** A catalog in which nobody has begun. */
export const unbegun = (more: Partial<Coverage> = {}): Coverage =>
  coverageOf({
    ...countsOf(200),
    customers: 0,
    declarations: [],
    ...more,
  });

/** How it was at some time. */
export const sampleOf = (
  at: string,
  counts: CoverageCounts,
): CoverageSample => ({ at, ...counts });

/** One place to begin at. */
export const stepOf = (
  name: string,
  more: Partial<CoverageStep> = {},
): CoverageStep => ({
  entityRef: `system:default/${name}`,
  gain: 30,
  inherited: 20,
  derived: 10,
  covered: 130,
  ...more,
});

/** Where to begin. */
export const beginOf = (
  steps: CoverageStep[],
  more: Partial<WhereToBegin> = {},
): WhereToBegin => ({
  graph: GRAPH,
  aspect: 'economic',
  entities: 200,
  covered: 100,
  steps,
  hiddenPlaces: 0,
  complete: true,
  ...more,
});

/** Something that lacks something. */
export const gapOf = (
  name: string,
  more: Partial<UncoveredEntity> = {},
): UncoveredEntity => ({
  entityRef: `component:default/${name}`,
  owners: ['group:default/web-team'],
  type: 'service',
  partOf: ['system:default/shop'],
  ...more,
});

/** Somebody who may be the economic customer of a component. */
export const suggestionOf = (
  name: string,
  value: string,
  more: Partial<Suggestion> = {},
): Suggestion => ({
  entityRef: `component:default/${name}`,
  key: 'economicCustomers',
  value: `customer:default/${value}`,
  score: 0.8,
  reasons: [
    { code: 'dependents', count: 2, entityRefs: ['component:default/web'] },
    { code: 'same-owner', count: 1, entityRefs: [] },
  ],
  ...more,
});

/** Answers for all of the page: half is covered, and there is something to do. */
export const pageAnswers = (
  overrides: CoverageAnswers = {},
): CoverageAnswers => ({
  coverage: coverageOf(),
  history: [],
  begin: ({ aspect }) =>
    beginOf([stepOf('shop', { title: 'Shop' })], { aspect }),
  gaps: () => [gapOf('till', { title: 'Till' }), gapOf('scales')],
  suggestions: [
    suggestionOf('till', 'shoppers', { title: 'Retail shoppers' }),
    suggestionOf('scales', 'merchants', { score: 0.5 }),
    suggestionOf('scales', 'guests', {
      dismissed: { by: 'user:default/amara', at: new Date().toISOString() },
    }),
  ],
  ...overrides,
});
