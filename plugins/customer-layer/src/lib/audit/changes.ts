import {
  AuditDiff,
  AuditRun,
  ChangeCounts,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** What changed in the findings of one rule. */
export type RuleChanges = ChangeCounts & { ruleId: string };

/** The rules in whose findings something changed, the one with the most that got worse first. */
export const changedRules = (byRule: AuditDiff['byRule']): RuleChanges[] =>
  Object.entries(byRule)
    .map(([ruleId, counts]) => ({ ruleId, ...counts }))
    .filter(({ worse, better }) => worse + better > 0)
    .sort(
      (a, b) =>
        b.worse - a.worse ||
        b.better - a.better ||
        a.ruleId.localeCompare(b.ruleId),
    );

const DAY_MS = 24 * 60 * 60 * 1000;

/** So many days back one can compare, where there are runs that old. */
export const COMPARED_DAYS = [1, 7, 30] as const;

/** A run to compare the last one with. */
export type Comparison = {
  days: (typeof COMPARED_DAYS)[number];
  runId: number;
};

/**
 * The runs with which comparing is offered, each one day only.
 *
 * @param runs - of each day the last one that is done, the newest first
 */
export function comparisonsOf(runs: readonly AuditRun[]): Comparison[] {
  const newest = runs.at(0);
  if (!newest) {
    return [];
  }
  const end = Date.parse(newest.startedAt.slice(0, 10));
  const offered = COMPARED_DAYS.flatMap(days => {
    const run = runs.find(
      ({ startedAt }) =>
        Date.parse(startedAt.slice(0, 10)) <= end - days * DAY_MS,
    );
    return run ? [{ days, runId: run.id }] : [];
  });
  return offered.filter(
    ({ runId }, index) => offered[index - 1]?.runId !== runId,
  );
}
