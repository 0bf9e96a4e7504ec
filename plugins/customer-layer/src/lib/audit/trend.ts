import {
  AuditRun,
  RuleDescription,
  SEVERITIES,
  Severity,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** Ids of the rules that were judged on a day and not on the one before, and the other way round. */
export type RuleSetChange = { added: string[]; removed: string[] };

/** What the last run of a day came to; shares from 0 to 1. */
export type TrendPoint = {
  /** ISO 8601 date, in UTC. */
  day: string;
  /** Milliseconds since 1970, where the point stands. */
  time: number;
  score?: number;
  /** Of the entities that should have two customers, those that have them. */
  both?: number;
  /** Failing findings of the rules in force, by what these weigh today. */
  failing: Record<Severity, number>;
  /** All failing findings, those of rules no longer in force as well. */
  failures: number;
  /** Absent where the same rules were judged as before. */
  rules?: RuleSetChange;
};

/** A point from which on other rules were judged. */
export type TrendMark = Pick<TrendPoint, 'day' | 'time'> & {
  rules: RuleSetChange;
};

function ruleSetChange(
  before: AuditRun | undefined,
  { byRule }: AuditRun,
): RuleSetChange | undefined {
  if (!before?.byRule || !byRule) {
    return undefined;
  }
  const [old, now] = [before.byRule, byRule].map(Object.keys);
  const added = now.filter(id => !old.includes(id)).sort();
  const removed = old.filter(id => !now.includes(id)).sort();
  return added.length + removed.length ? { added, removed } : undefined;
}

/**
 * The points of the trend, the oldest first.
 *
 * @param runs - of each day the last one that is done, the newest first
 * @param rules - those in force
 */
export function trendOf(
  runs: readonly AuditRun[],
  rules: ReadonlyArray<Pick<RuleDescription, 'id' | 'severity'>>,
): TrendPoint[] {
  const failingOf = ({ byRule = {} }: AuditRun, severity: Severity) =>
    rules
      .filter(rule => rule.severity === severity)
      .reduce((sum, { id }) => sum + (byRule[id]?.counts.fail ?? 0), 0);
  return runs
    .map((run, index): TrendPoint => {
      const { startedAt, tally, twoCustomers } = run;
      const day = startedAt.slice(0, 10);
      const change = ruleSetChange(runs[index + 1], run);
      return {
        day,
        time: Date.parse(day),
        score: tally?.score,
        both: twoCustomers?.entities
          ? twoCustomers.both / twoCustomers.entities
          : undefined,
        failing: Object.fromEntries(
          SEVERITIES.map(severity => [severity, failingOf(run, severity)]),
        ) as Record<Severity, number>,
        failures: tally?.counts.fail ?? 0,
        ...(change && { rules: change }),
      };
    })
    .reverse();
}

/** The points from which on other rules were judged, the oldest first. */
export const trendMarks = (points: readonly TrendPoint[]): TrendMark[] =>
  points.flatMap(({ day, time, rules }) =>
    rules ? [{ day, time, rules }] : [],
  );

/** How the score went between two days. */
export type ScoreCourse = {
  /** ISO 8601 date. */
  since: string;
  from: number;
  to: number;
  /** Whole percents that it went up; negative where it went down. */
  points: number;
};

/** How the score went from the first day that has one to the last; undefined as long as only one has. */
export function scoreCourse(
  trend: readonly TrendPoint[],
): ScoreCourse | undefined {
  const scored = trend.flatMap(({ day, score }) =>
    score === undefined ? [] : [{ day, score }],
  );
  if (scored.length < 2) {
    return undefined;
  }
  const [first, last] = [scored[0], scored[scored.length - 1]];
  // As they are shown, so that nobody reckons something else.
  const percents = (share: number) => Math.floor(share * 100 + 1e-9);
  return {
    since: first.day,
    from: first.score,
    to: last.score,
    points: percents(last.score) - percents(first.score),
  };
}

/**
 * How far the labels at two heights have to move, upwards if positive, so that they don't meet.
 *
 * @param heights - from 0 to 1, like what is returned
 * @param apart - how far apart they have to be
 */
export function labelShifts(
  [one, other]: [number, number],
  apart: number,
): [number, number] {
  const shift = Math.max(0, apart - Math.abs(one - other)) / 2;
  return one >= other ? [shift, -shift] : [-shift, shift];
}

/** The least round number that is even in its first digits and no smaller than a count, to be the end of an axis. */
export function axisEnd(count: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(count, 1)));
  return Math.max(2, 2 * Math.ceil(count / power / 2)) * power;
}

/** The days at which the axis is marked: first and last, and a few between. */
export function trendTicks(points: readonly TrendPoint[], most = 6): number[] {
  const last = points.length - 1;
  const steps = Math.min(last, most - 1);
  return steps < 1
    ? points.map(({ time }) => time)
    : Array.from(
        { length: steps + 1 },
        (_, step) => points[Math.round((step * last) / steps)].time,
      );
}
