import {
  addEvidence,
  Confirmation,
  ConfirmationKind,
  MoreEvidence,
} from '@missing-layer/backstage-plugin-customer-layer-common';

const BY = 'confirmation';

const CONFIRMED: Record<ConfirmationKind, (date: string) => MoreEvidence> = {
  delivery: date => ({ confirmedOn: date }),
  training: date => ({ team: { trainedOn: date, by: { trainedOn: BY } } }),
  review: date => ({ team: { reviewedOn: date, by: { reviewedOn: BY } } }),
};

/**
 * All that is known of entities beside their annotations, by ref.
 *
 * @param options.confirmations - the last day that was confirmed, of each entity and kind
 * @param options.evidence - what sources said; of two ways to reach a team the first one counts
 */
export function mergeEvidence(options: {
  confirmations: ReadonlyArray<
    Pick<Confirmation, 'entityRef' | 'kind' | 'date'>
  >;
  evidence: ReadonlyArray<{ entityRef: string; evidence: MoreEvidence }>;
}): ReadonlyMap<string, MoreEvidence> {
  const known = new Map<string, MoreEvidence>();
  const add = (entityRef: string, more: MoreEvidence) =>
    known.set(entityRef, addEvidence(known.get(entityRef), more)!);
  for (const { entityRef, kind, date } of options.confirmations) {
    add(entityRef, CONFIRMED[kind](date));
  }
  for (const { entityRef, evidence } of options.evidence) {
    add(entityRef, evidence);
  }
  return known;
}
