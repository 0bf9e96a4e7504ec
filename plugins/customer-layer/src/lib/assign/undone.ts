import { AssignmentAnswer } from '@missing-layer/backstage-plugin-customer-layer-common';

/** What became of an undo: all of it, none of it, or all but some. */
export type Undone = {
  result: 'all' | 'some' | 'none';
  /** How many entities were left as they are. */
  refused: number;
  /** Why the first of those was. */
  message?: string;
};

/** Sums up the answer to an undo. */
export function undoneOf({ items }: AssignmentAnswer): Undone {
  const refused = items.filter(({ result }) => result === 'refused');
  if (!refused.length) {
    return { result: 'all', refused: 0 };
  }
  return {
    result: refused.length === items.length ? 'none' : 'some',
    refused: new Set(refused.map(({ entityRef }) => entityRef)).size,
    message: refused[0].message,
  };
}
