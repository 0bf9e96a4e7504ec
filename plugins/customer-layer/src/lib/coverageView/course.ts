import {
  Coverage,
  CoverageAspect,
  CoverageSample,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { coveredBy, shareOf } from './figures';

/** How it was at some time; shares from 0 to 1. */
export type CoursePoint = {
  /** Milliseconds since 1970. */
  time: number;
  entities: number;
  /** A customer in any role. */
  any: number;
} & Record<CoverageAspect, number>;

/** The points of the course, in the order of the samples. */
export const courseOf = (samples: readonly CoverageSample[]): CoursePoint[] =>
  samples.map(sample => {
    const share = (aspect: CoverageAspect) =>
      shareOf(coveredBy(sample, aspect), sample.entities);
    return {
      time: Date.parse(sample.at),
      entities: sample.entities,
      any: shareOf(sample.anyCustomer, sample.entities),
      economic: share('economic'),
      internal: share('internal'),
      operations: share('operations'),
    };
  });

/** Samples and how it is now, since samples are taken now and then only. The oldest first. */
export function withNow(
  samples: readonly CoverageSample[],
  { graph, ...now }: Coverage,
): CoverageSample[] {
  const last = samples.at(-1);
  const isLater = !last || Date.parse(last.at) < Date.parse(graph.builtAt);
  return isLater ? [...samples, { ...now, at: graph.builtAt }] : [...samples];
}

/** How the share with a customer went between the first point and the last. */
export type CourseChange = {
  /** Milliseconds since 1970. */
  since: number;
  from: number;
  to: number;
  /** Whole percents that it went up; negative where it went down. */
  points: number;
};

// As shares are shown, so that nobody reckons something else.
const percents = (share: number) => Math.floor(share * 100 + 1e-9);

/** How it went; undefined as long as there is but one point. */
export function courseChange(
  points: readonly CoursePoint[],
): CourseChange | undefined {
  if (points.length < 2) {
    return undefined;
  }
  const [first, last] = [points[0], points[points.length - 1]];
  return {
    since: first.time,
    from: first.any,
    to: last.any,
    points: percents(last.any) - percents(first.any),
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Prints times of a course: with the hour where all of it was within two days, else the day alone.
 *
 * @param points - the oldest first
 */
export function courseTimeFormat(
  points: ReadonlyArray<Pick<CoursePoint, 'time'>>,
  locale: string,
): (time: number) => string {
  const [first, last] = [points[0]?.time ?? 0, points.at(-1)?.time ?? 0];
  const format = new Intl.DateTimeFormat(
    locale,
    last - first < 2 * DAY_MS
      ? { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }
      : { day: 'numeric', month: 'short', year: 'numeric' },
  );
  return time => format.format(new Date(time));
}
