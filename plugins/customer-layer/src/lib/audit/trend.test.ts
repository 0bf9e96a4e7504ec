import { AuditRun } from '@missing-layer/backstage-plugin-customer-layer-common';
import { labelShifts, trendOf, trendTicks } from './trend';

const run = (day: string, overrides: Partial<AuditRun> = {}): AuditRun => ({
  id: 1,
  state: 'done',
  startedBy: 'schedule',
  startedAt: `${day}T23:59:59Z`,
  graph: { revision: 'r', builtAt: `${day}T00:00:00Z` },
  subjects: { total: 4, done: 4 },
  ...overrides,
});

it('goes from the oldest day to the newest', () => {
  expect(
    trendOf([
      run('2026-11-03', {
        tally: { counts: { fail: 3, pass: 1 }, score: 0.25 },
        twoCustomers: { entities: 4, economic: 3, both: 1 },
      }),
      run('2026-11-01', {
        twoCustomers: { entities: 0, economic: 0, both: 0 },
      }),
    ]),
  ).toEqual([
    {
      day: '2026-11-01',
      time: Date.parse('2026-11-01T00:00:00Z'),
      score: undefined,
      both: undefined,
      failures: 0,
    },
    {
      day: '2026-11-03',
      time: Date.parse('2026-11-03T00:00:00Z'),
      score: 0.25,
      both: 0.25,
      failures: 3,
    },
  ]);
});

it.each([
  [0.75, 0.25, { score: 0, both: -0 }],
  [0.5, 0.5, { score: 0.125, both: -0.125 }],
  [0.25, 0.375, { score: -0.0625, both: 0.0625 }],
])('keeps the labels of %d and %d apart', (score, both, shifts) => {
  expect(labelShifts({ score, both }, 0.25)).toEqual(shifts);
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
    failures: 0,
  }));
  expect(trendTicks(points)).toEqual(marked);
});
