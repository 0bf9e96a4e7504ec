import {
  AssignmentAnswer,
  AssignmentOutcome,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** What became of one entity, in a word; `overruled`: it was written, and something else holds. */
export type Standing = 'refused' | 'overruled' | 'assigned' | 'unchanged';

/** Every {@link Standing}, those that need attention first. */
export const STANDINGS = [
  'refused',
  'overruled',
  'assigned',
  'unchanged',
] as const satisfies readonly Standing[];

/** Tells what became of one entity. */
export const standingOf = (outcome: AssignmentOutcome): Standing =>
  outcome.result !== 'refused' &&
  outcome.declarations.some(({ inEffect }) => !inEffect)
    ? 'overruled'
    : outcome.result;

/** An answer as it is read: what needs attention first, and how many there are of each. */
export type OutcomesView = {
  rows: Array<{ standing: Standing; outcome: AssignmentOutcome }>;
  /** Those of which there are any, in order. */
  counts: Array<{ standing: Standing; count: number }>;
  /** Whether anything is, or would be, written. */
  writes: boolean;
};

/** Puts an answer in the order in which it is read. */
export function outcomesView({
  items,
}: Pick<AssignmentAnswer, 'items'>): OutcomesView {
  const groups = STANDINGS.map(standing => ({
    standing,
    rows: items
      .filter(outcome => standingOf(outcome) === standing)
      .map(outcome => ({ standing, outcome })),
  })).filter(({ rows }) => rows.length > 0);
  return {
    rows: groups.flatMap(({ rows }) => rows),
    counts: groups.map(({ standing, rows }) => ({
      standing,
      count: rows.length,
    })),
    writes: items.some(({ result }) => result === 'assigned'),
  };
}
