import { AuditRun } from '@missing-layer/backstage-plugin-customer-layer-common';
import {
  axisEnd,
  labelShifts,
  scoreCourse,
  trendMarks,
  trendOf,
  trendTicks,
} from './trend';

const RULES = [
  { id: 'served', severity: 'error' },
  { id: 'staffed', severity: 'warning' },
  { id: 'trained', severity: 'warning' },
] as const;

const run = (day: string, overrides: Partial<AuditRun> = {}): AuditRun => ({
  id: 1,
  state: 'done',
  startedBy: 'schedule',
  startedAt: `${day}T23:59:59Z`,
  graph: { revision: 'r', builtAt: `${day}T00:00:00Z` },
  subjects: { total: 4, done: 4 },
  ...overrides,
});

const failing = (counts: Record<string, number>): AuditRun['byRule'] =>
  Object.fromEntries(
    Object.entries(counts).map(([id, fail]) => [id, { counts: { fail } }]),
  );

it('goes from the oldest day to the newest', () => {
  expect(
    trendOf(
      [
        run('2026-11-03', {
          tally: { counts: { fail: 15, pass: 5 }, score: 0.25 },
          byRule: failing({ served: 1, staffed: 2, trained: 3, bygone: 9 }),
          twoCustomers: { entities: 4, economic: 3, both: 1 },
        }),
        run('2026-11-01', {
          twoCustomers: { entities: 0, economic: 0, both: 0 },
        }),
      ],
      RULES,
    ),
  ).toEqual([
    {
      day: '2026-11-01',
      time: Date.parse('2026-11-01T00:00:00Z'),
      score: undefined,
      both: undefined,
      failing: { error: 0, warning: 0 },
      failures: 0,
    },
    {
      day: '2026-11-03',
      time: Date.parse('2026-11-03T00:00:00Z'),
      score: 0.25,
      both: 0.25,
      failing: { error: 1, warning: 5 },
      failures: 15,
    },
  ]);
});

it('marks the days from which on other rules were judged', () => {
  const points = trendOf(
    [
      run('2026-11-04', { byRule: failing({ served: 5, trained: 0 }) }),
      run('2026-11-03', { byRule: failing({ served: 3, trained: 0 }) }),
      run('2026-11-02', { byRule: failing({ served: 3, staffed: 1 }) }),
      run('2026-11-01'),
    ],
    RULES,
  );
  expect(trendMarks(points)).toEqual([
    {
      day: '2026-11-03',
      time: Date.parse('2026-11-03T00:00:00Z'),
      rules: { added: ['trained'], removed: ['staffed'] },
    },
  ]);
});

it('tells how the score went, in the percents that are shown', () => {
  const scored = (...scores: Array<number | undefined>) =>
    scores.map((score, index) => ({
      day: `2026-11-0${index + 1}`,
      time: index,
      score,
      failing: { error: 0, warning: 0 },
      failures: 0,
    }));
  expect(scoreCourse(scored(undefined, 0.419, 0.9, 0.701, undefined))).toEqual({
    since: '2026-11-02',
    from: 0.419,
    to: 0.701,
    points: 29,
  });
  expect(scoreCourse(scored(0.5, undefined))).toBeUndefined();
});

it.each([
  [0.75, 0.25, [0, -0]],
  [0.5, 0.5, [0.125, -0.125]],
  [0.25, 0.375, [-0.0625, 0.0625]],
])('keeps labels at %d and %d apart', (one, other, shifts) => {
  expect(labelShifts([one, other], 0.25)).toEqual(shifts);
});

it.each([
  [0, 2],
  [1, 2],
  [7, 8],
  [10, 20],
  [86, 100],
  [251, 400],
])('has an axis for up to %d end at %d', (count, end) => {
  expect(axisEnd(count)).toBe(end);
});

it.each([
  [0, []],
  [1, [0]],
  [3, [0, 1, 2]],
  [11, [0, 2, 4, 6, 8, 10]],
])('marks %d days', (count, marked) => {
  const points = Array.from({ length: count }, (_, time) => ({
    day: '',
    time,
    failing: { error: 0, warning: 0 },
    failures: 0,
  }));
  expect(trendTicks(points)).toEqual(marked);
});
