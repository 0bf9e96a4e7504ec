import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { FindingsQuery } from '@missing-layer/backstage-plugin-customer-layer-common';
import { z } from 'zod/v4';
import { parseCursor } from '../../services/cursor';
import { FindingPosition } from '../database/FindingQueries';

/** Where the next page of findings begins. */
export type FindingsCursor = {
  /** Id of the run that the page before came from. */
  run: number;
  /** What was asked. */
  question: string;
  /** The last finding shown, which the viewer may read. */
  after: FindingPosition;
};

const schema = z.strictObject({
  run: z
    .int()
    .min(1)
    .max(2 ** 31 - 1),
  question: z.string().min(1),
  after: z.strictObject({ entityRef: z.string(), ruleId: z.string() }),
});

/** A sum over a question, long enough to tell questions apart, and no more. */
export const questionOf = (query: FindingsQuery): string =>
  createHash('sha256')
    .update(JSON.stringify(query))
    .digest('base64url')
    .slice(0, 16);

/**
 * Reads a cursor of findings.
 *
 * @throws InputError when it is anything else, or belongs to another question
 */
export function parseFindingsCursor(
  text: string,
  query: FindingsQuery,
): FindingsCursor {
  const cursor = parseCursor(text, schema);
  if (cursor.question !== questionOf(query)) {
    throw new InputError(
      'The cursor belongs to another question. Give nextCursor only with the same filters as for the page before',
    );
  }
  return cursor;
}
