import {
  ConfirmationKind,
  EntityFindings,
  Exemption,
  Finding,
  PILLARS,
  Pillar,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** A finding of an entity, with how to put it right. */
export type EntityFinding = EntityFindings['items'][number];

/** The findings of an entity in the order in which they are read: those to act on, then the others. */
export function byUrgency(items: readonly EntityFinding[]) {
  const order = ['fail', 'unmeasured', 'exempt'];
  const open = items
    .filter(({ state }) => order.includes(state))
    .sort(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) ||
        Number(b.severity === 'error') - Number(a.severity === 'error'),
    );
  return { open, passed: items.filter(({ state }) => state === 'pass') };
}

const CONFIRMED_BY: Record<string, ConfirmationKind | undefined> = {
  'customer-involved': 'delivery',
  'team-trained': 'training',
  'team-managed': 'review',
};

/** What can be done about a finding here, by the one who looks at it. */
export type FindingActs = {
  confirm?: ConfirmationKind;
  /** An exemption that is asked for or holds. */
  exemption?: Exemption;
  requestExemption: boolean;
};

/** Tells what can be done about a finding of an entity. */
export function actsOn(
  { ruleId, state }: Pick<Finding, 'ruleId' | 'state'>,
  { exemptions, mayConfirm, may }: EntityFindings,
): FindingActs {
  const kind = CONFIRMED_BY[ruleId];
  const exemption = exemptions.find(
    one =>
      one.ruleId === ruleId &&
      (one.state === 'requested' || one.state === 'approved'),
  );
  return {
    confirm: kind && mayConfirm.includes(kind) ? kind : undefined,
    exemption,
    requestExemption:
      may.request && !exemption && (state === 'fail' || state === 'unmeasured'),
  };
}

const pillarOf = (ruleId: string): Pillar | undefined =>
  PILLARS.find(pillar => ruleId === `team-${pillar}`);

/** The findings on the pillars of a team, in order, and the rest of its findings. */
export function pillarFindings(items: readonly EntityFinding[]) {
  return {
    pillars: PILLARS.flatMap(pillar =>
      items
        .filter(({ ruleId }) => pillarOf(ruleId) === pillar)
        .map(finding => ({ pillar, finding })),
    ),
    others: items.filter(({ ruleId }) => !pillarOf(ruleId)),
  };
}

/** A text of a finding with something in place of the refs that the reader may not know. */
export const unmasked = (text: string, confidential: string): string =>
  text.replace(/(^|[\s(])#[1-9]\d*(?!\w)/g, `$1${confidential}`);
