/** Every {@link FindingState}, the worst first. @public */
export const FINDING_STATES = [
  'fail',
  'unmeasured',
  'exempt',
  'pass',
  'skipped',
] as const;

/**
 * What came of one rule for one subject: it passes or fails it; the rule does not apply (`skipped`); there is no evidence
 * either way (`unmeasured`); or it does not pass, and somebody approved of that for a while (`exempt`).
 *
 * @public
 */
export type FindingState = (typeof FINDING_STATES)[number];

/** Every {@link Severity}, the worst first. @public */
export const SEVERITIES = ['error', 'warning'] as const;

/** How much a failure matters. @public */
export type Severity = (typeof SEVERITIES)[number];

/** Something that a rule looked at. @public */
export type Evidence = {
  /** What was found, in a few words. It names facts and dates, never ages, so that it stays true from day to day. */
  text: string;
  /** Refs from the subject to what was found; the last one is what was found. */
  path?: string[];
};

/** What a rule says of a subject. @public */
export type Verdict = {
  state: Exclude<FindingState, 'exempt'>;
  /** One sentence. */
  message: string;
  evidence?: Evidence[];
};

/** The result of one rule for one subject. @public */
export type Finding = {
  ruleId: string;
  /** The subject. */
  entityRef: string;
  state: FindingState;
  severity: Severity;
  /** What a pass or a fail counts in the score. */
  weight: number;
  /** One sentence. */
  message: string;
  evidence: Evidence[];
  /** By which exemption, when the state is `exempt`. */
  exemption?: {
    id: string;
    /** The last day on which it holds, as an ISO 8601 date. */
    expiresOn: string;
  };
};
