import {
  AuditSummary,
  Exemption,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/**
 * What somebody can try to decide about an exemption; the server has the last word.
 *
 * @param user - ref of who asks; absent where nobody is signed in
 */
export function decisionsOn(
  { state, events }: Pick<Exemption, 'state' | 'events'>,
  { may, fourEyes }: Pick<AuditSummary, 'may' | 'fourEyes'>,
  user?: string,
): Array<'approve' | 'reject' | 'withdraw'> {
  const own = events.at(0)?.by === user;
  const open = state === 'requested' || state === 'approved';
  return [
    ...(state === 'requested' && may.approve && !(own && fourEyes)
      ? (['approve', 'reject'] as const)
      : []),
    ...(open && (may.approve || (own && may.request))
      ? (['withdraw'] as const)
      : []),
  ];
}
