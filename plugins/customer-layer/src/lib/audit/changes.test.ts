import { AuditRun } from '@missing-layer/backstage-plugin-customer-layer-common';
import { changedRules, comparisonsOf } from './changes';

it('puts the rule with the most that got worse first', () => {
  expect(
    changedRules({
      b: { worse: 0, better: 9 },
      same: { worse: 0, better: 0 },
      c: { worse: 2, better: 0 },
      a: { worse: 2, better: 0 },
    }).map(({ ruleId }) => ruleId),
  ).toEqual(['a', 'c', 'b']);
});

const run = (id: number, day: string) =>
  ({ id, startedAt: `${day}T12:00:00Z` } as AuditRun);

it.each([
  ['no run', [], []],
  ['one day', [run(9, '2026-11-30')], []],
  [
    'a gap of two weeks',
    [run(9, '2026-11-30'), run(3, '2026-11-16')],
    [{ days: 1, runId: 3 }],
  ],
  [
    'many days',
    [
      run(9, '2026-11-30'),
      run(8, '2026-11-29'),
      run(7, '2026-11-22'),
      run(1, '2026-10-01'),
    ],
    [
      { days: 1, runId: 8 },
      { days: 7, runId: 7 },
      { days: 30, runId: 1 },
    ],
  ],
])('offers what there is to compare with: %s', (_, runs, offered) => {
  expect(comparisonsOf(runs)).toEqual(offered);
});
