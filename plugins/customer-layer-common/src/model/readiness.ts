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
  /** By what each of these is known, in a few words, where not by an annotation of the customer layer. */
  by?: Partial<
    Record<
      'onCall' | 'trainedOn' | 'runbooks' | 'dashboards' | 'reviewedOn',
      string
    >
  >;
  /** Distinct members, those of child groups included. */
  members: number;
  /** How whoever is on call is reached: a URL, or any text that says where. */
  onCall?: string;
  /** ISO 8601 date. */
  trainedOn?: string;
  /** URLs, or any text that says where. */
  runbooks?: readonly string[];
  /** URLs, or any text that says where. */
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

// Where something is known from, told after it.
const told = (what: string, source: string | undefined) =>
  source ? `${what} by ${source}` : what;

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
  const { members, trainedOn, reviewedOn, manager, by } = evidence;

  const within = (
    date: string,
    limit: number,
    words: { what: string; source?: string },
  ): PillarResult => {
    const age = daysSince(date, now);
    const happened = told(`${words.what} on ${date}`, words.source);
    if (age < 0) {
      return { state: 'fail', evidence: `${happened}, which is yet to come` };
    }
    const passes = age <= limit;
    // No age: what is said stays true from day to day.
    return {
      state: passes ? 'pass' : 'fail',
      evidence: `${happened}, ${
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
    managed = within(reviewedOn, thresholds.reviewedWithinDays, {
      what: 'reviewed',
      source: by?.reviewedOn,
    });
  }

  return {
    staffed: {
      state: members >= thresholds.minimumMembers ? 'pass' : 'fail',
      evidence: `${members} ${members === 1 ? 'member' : 'members'}; at least ${
        thresholds.minimumMembers
      } are needed`,
    },
    trained: trainedOn
      ? within(trainedOn, thresholds.trainedWithinDays, {
          what: 'trained',
          source: by?.trainedOn,
        })
      : { state: 'unmeasured', evidence: 'no date of a training is given' },
    equipped: missing.length
      ? { state: 'fail', evidence: `missing: ${missing.join(', ')}` }
      : {
          state: 'pass',
          evidence: `${told('on-call', by?.onCall)}, ${told(
            'runbooks',
            by?.runbooks,
          )} and ${told('dashboards', by?.dashboards)}`,
        },
    managed,
  };
}

/** How many pillars a team does not pass, 0 to 4. @public */
export const pillarsNotPassed = (readiness: Readiness): number =>
  PILLARS.filter(pillar => readiness[pillar].state !== 'pass').length;
