import { Finding } from './finding';

/** What can be done about an exemption, in the order in which it usually happens. @public */
export const EXEMPTION_ACTS = [
  'requested',
  'approved',
  'rejected',
  'withdrawn',
] as const;

/** One of {@link EXEMPTION_ACTS}. @public */
export type ExemptionAct = (typeof EXEMPTION_ACTS)[number];

/** Every {@link ExemptionState}. @public */
export const EXEMPTION_STATES = [...EXEMPTION_ACTS, 'expired'] as const;

/** What was done last, or `expired` once the last day of one that was asked for or approved is over. @public */
export type ExemptionState = (typeof EXEMPTION_STATES)[number];

/** Something that was done about an exemption; it is never changed or removed. @public */
export type ExemptionEvent = {
  act: ExemptionAct;
  /** Ref of the user, or the subject of a service. */
  by: string;
  /** ISO 8601 time. */
  at: string;
  note?: string;
};

/** That one subject may fail one rule, until a day. @public */
export type Exemption = {
  id: string;
  ruleId: string;
  entityRef: string;
  reason: string;
  /** The last day on which it holds, as an ISO 8601 date, in UTC. */
  expiresOn: string;
  state: ExemptionState;
  /** In order, the request first. */
  events: ExemptionEvent[];
};

/** Today in UTC, as an ISO 8601 date. @public */
export const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

/** Whether the last day of something is over. @public */
export const isOver = (expiresOn: string, now: Date): boolean =>
  dayOf(now) > expiresOn;

/** The state of an exemption at a time. @public */
export function exemptionState(
  { events, expiresOn }: Pick<Exemption, 'events' | 'expiresOn'>,
  now: Date,
): ExemptionState {
  const { act } = events[events.length - 1];
  return (act === 'requested' || act === 'approved') && isOver(expiresOn, now)
    ? 'expired'
    : act;
}

/**
 * A finding under an exemption that holds: what doesn't pass is exempt then.
 *
 * @public
 */
export const exempted = (
  finding: Finding,
  exemption: Pick<Exemption, 'id' | 'expiresOn'> | undefined,
): Finding =>
  exemption && (finding.state === 'fail' || finding.state === 'unmeasured')
    ? {
        ...finding,
        state: 'exempt',
        exemption: { id: exemption.id, expiresOn: exemption.expiresOn },
      }
    : finding;
