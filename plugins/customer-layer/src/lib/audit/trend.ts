import { AuditRun } from '@missing-layer/backstage-plugin-customer-layer-common';

/** What the last run of a day came to; shares from 0 to 1. */
export type TrendPoint = {
  /** ISO 8601 date, in UTC. */
  day: string;
  /** Milliseconds since 1970, where the point stands. */
  time: number;
  score?: number;
  /** Of the entities that should have two customers, those that have them. */
  both?: number;
  failures: number;
};

/** The lines of the trend. */
export const TREND_LINES = ['score', 'both'] as const;

/** One of {@link TREND_LINES}. */
export type TrendLine = (typeof TREND_LINES)[number];

/**
 * The points of the trend, the oldest first.
 *
 * @param runs - of each day the last one that is done, the newest first
 */
export const trendOf = (runs: readonly AuditRun[]): TrendPoint[] =>
  [...runs].reverse().map(({ startedAt, tally, twoCustomers }) => {
    const day = startedAt.slice(0, 10);
    return {
      day,
      time: Date.parse(day),
      score: tally?.score,
      both: twoCustomers?.entities
        ? twoCustomers.both / twoCustomers.entities
        : undefined,
      failures: tally?.counts.fail ?? 0,
    };
  });

/**
 * How far the label of each line has to move from the line's end, upwards if positive, so that the two don't meet.
 *
 * @param apart - how far apart they have to be; as shares, like what is returned
 */
export function labelShifts(
  { score = 0, both = 0 }: Pick<TrendPoint, 'score' | 'both'>,
  apart: number,
): Record<TrendLine, number> {
  const shift = Math.max(0, apart - Math.abs(score - both)) / 2;
  return score >= both
    ? { score: shift, both: -shift }
    : { score: -shift, both: shift };
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
