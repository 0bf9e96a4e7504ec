/** The four pillars of an operations team, in order. @public */
export const PILLARS = ['staffed', 'trained', 'equipped', 'managed'] as const;

/** One of {@link PILLARS}. @public */
export type Pillar = (typeof PILLARS)[number];

/** `unmeasured`: there is no evidence either way. @public */
export type PillarState = 'pass' | 'fail' | 'unmeasured';

/** One pillar of one team. @public */
export type PillarResult = {
  state: PillarState;
  /** What was looked at, in a few words. */
  evidence: string;
};

/** How ready an operations team is. @public */
export type Readiness = Record<Pillar, PillarResult>;

/** What is known of a team. @public */
export type ReadinessEvidence = {
  /** Distinct members, those of child groups included. */
  members: number;
  onCall?: string;
  /** ISO 8601 date. */
  trainedOn?: string;
  runbooks?: readonly string[];
  dashboards?: readonly string[];
  manager?: { ref: string; exists: boolean };
  /** ISO 8601 date. */
  reviewedOn?: string;
};

/** What a team must show. @public */
export type ReadinessThresholds = Readonly<{
  minimumMembers: number;
  /** Days after which a training no longer counts. */
  trainedWithinDays: number;
  /** Days after which a review no longer counts. */
  reviewedWithinDays: number;
}>;

/** The thresholds that ship. @public */
export const DEFAULT_READINESS_THRESHOLDS: ReadinessThresholds = {
  minimumMembers: 3,
  trainedWithinDays: 365,
  reviewedWithinDays: 180,
};

const DAY = 24 * 60 * 60 * 1000;

/**
 * Full days from the beginning of a day, in UTC, to a time; less than 0 before it.
 *
 * @param date - an ISO 8601 date
 * @public
 */
export const daysSince = (date: string, now: Date): number =>
  Math.floor((now.getTime() - Date.parse(`${date}T00:00:00Z`)) / DAY);

/**
 * Judges the four pillars of an operations team.
 *
 * @param now - the time at which ages are measured
 * @see docs/model.md#readiness
 * @public
 */
export function assessReadiness(
  evidence: ReadinessEvidence,
  now: Date,
  thresholds: ReadinessThresholds = DEFAULT_READINESS_THRESHOLDS,
): Readiness {
  const { members, trainedOn, reviewedOn, manager } = evidence;

  const within = (what: string, date: string, limit: number): PillarResult => {
    const age = daysSince(date, now);
    if (age < 0) {
      return {
        state: 'fail',
        evidence: `${what} on ${date}, which is yet to come`,
      };
    }
    const passes = age <= limit;
    // No age: what is said stays true from day to day.
    return {
      state: passes ? 'pass' : 'fail',
      evidence: `${what} on ${date}, ${
        passes ? 'not more' : 'more'
      } than ${limit} days ago`,
    };
  };

  const missing = [
    !evidence.onCall && 'on-call',
    !evidence.runbooks?.length && 'runbooks',
    !evidence.dashboards?.length && 'dashboards',
  ].filter(Boolean);

  let managed: PillarResult;
  if (!manager) {
    managed = { state: 'fail', evidence: 'no manager is named' };
  } else if (!manager.exists) {
    managed = {
      state: 'fail',
      evidence: `the manager ${manager.ref} is not in the catalog`,
    };
  } else if (!reviewedOn) {
    managed = { state: 'fail', evidence: 'never reviewed' };
  } else {
    managed = within('reviewed', reviewedOn, thresholds.reviewedWithinDays);
  }

  return {
    staffed: {
      state: members >= thresholds.minimumMembers ? 'pass' : 'fail',
      evidence: `${members} ${members === 1 ? 'member' : 'members'}; at least ${
        thresholds.minimumMembers
      } are needed`,
    },
    trained: trainedOn
      ? within('trained', trainedOn, thresholds.trainedWithinDays)
      : { state: 'unmeasured', evidence: 'no date of a training is given' },
    equipped: missing.length
      ? { state: 'fail', evidence: `missing: ${missing.join(', ')}` }
      : { state: 'pass', evidence: 'on-call, runbooks and dashboards' },
    managed,
  };
}

/** How many pillars a team does not pass, 0 to 4. @public */
export const pillarsNotPassed = (readiness: Readiness): number =>
  PILLARS.filter(pillar => readiness[pillar].state !== 'pass').length;
