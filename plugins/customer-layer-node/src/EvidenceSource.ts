import { MoreEvidence } from '@missing-layer/backstage-plugin-customer-layer-common';

/**
 * Says what is known of teams and deliveries beside the annotations of the customer layer: an on-call system, a register
 * of trainings, a survey among customers.
 *
 * @remarks
 *
 * It is asked at the beginning of each audit, by one replica for all. What it says replaces all that it said the time
 * before, is kept in the database, and counts in the audit and on the tab alike. If it throws, or takes longer than two
 * minutes, what it said before goes on counting, and the audit goes on without it.
 *
 * @see docs/extend.md
 * @public
 */
export type EvidenceSource = {
  /** In kebab case. What it says is shown as said by it. */
  id: string;
  /**
   * Gathers what is known now.
   *
   * @param options - `teamRefs`: Groups that operate something, as full refs in lower case, sorted; `signal`: aborted when
   * nobody waits for it any more
   * @returns what is known, by full ref: of these teams, and of any entity when its delivery was confirmed
   */
  gather(options: {
    teamRefs: string[];
    signal: AbortSignal;
  }): Promise<Map<string, MoreEvidence>>;
};
