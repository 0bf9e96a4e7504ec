import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  Exemption,
  exemptionApprovePermission,
  exemptionRequestPermission,
  ExemptionState,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { quote } from '@missing-layer/backstage-plugin-customer-layer-node';
import { Caller, demand } from '../../services/Callers';

/** What somebody does about an exemption. */
export type ExemptionDecision = {
  id: string;
  act: 'approved' | 'rejected' | 'withdrawn';
  note?: string;
};

// What can be done about an exemption in each state.
const OPEN_TO: Record<ExemptionDecision['act'], readonly ExemptionState[]> = {
  approved: ['requested'],
  rejected: ['requested'],
  withdrawn: ['requested', 'approved'],
};

/**
 * Makes sure that a caller may do something about exemptions. Who withdraws may hold either permission.
 *
 * @returns whether they may approve
 * @throws NotAllowedError when they lack the permission
 */
export async function demandToDecide(
  caller: Caller,
  act: ExemptionDecision['act'],
): Promise<boolean> {
  const [approves, requests] = await caller.may([
    exemptionApprovePermission,
    exemptionRequestPermission,
  ]);
  if (!approves && !(act === 'withdrawn' && requests)) {
    await demand(caller, exemptionApprovePermission);
  }
  return approves;
}

/**
 * Makes sure that somebody may do something about this exemption, and that it is open to that.
 *
 * @throws NotAllowedError when it is for others to do; ConflictError when it is not open to that
 */
export function demandOpen(
  { id, events, state, expiresOn }: Exemption,
  {
    act,
    by,
    approves,
    fourEyes,
  }: {
    act: ExemptionDecision['act'];
    /** Ref of who does it. */
    by: string;
    /** Whether they may approve. */
    approves: boolean;
    /** Whether somebody else than who asked must approve. */
    fourEyes: boolean;
  },
): void {
  const isOwn = events[0].by === by;
  if (act === 'withdrawn' && !isOwn && !approves) {
    throw new NotAllowedError(
      `The exemption ${quote(
        id,
      )} was asked for by somebody else. They can withdraw it, and so can those with the permission "${
        exemptionApprovePermission.name
      }"`,
    );
  }
  if (act === 'approved' && isOwn && fourEyes) {
    throw new NotAllowedError(
      `You asked for the exemption ${quote(
        id,
      )} yourself. Let somebody else approve it`,
    );
  }
  if (!OPEN_TO[act].includes(state)) {
    throw new ConflictError(
      `The exemption ${quote(
        id,
      )} until ${expiresOn} is ${state}, so it can't be ${act}. Ask for another one where it is needed`,
    );
  }
}
