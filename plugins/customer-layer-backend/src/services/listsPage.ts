import { createHash } from 'node:crypto';
import { ConflictError, InputError } from '@backstage/errors';
import {
  GraphStamp,
  Window,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { z } from 'zod/v4';
import { LISTS } from '../masking/masking';
import { parseCursor, printCursor } from './cursor';

/** Where the next page of an answer's lists begins. */
export type ListsPosition = {
  /** Of the graph that the page before came from. */
  revision: string;
  /** What was asked. */
  question: string;
  /** How many entries of each list come before. */
  offset: number;
};

/** A call whose answer has lists that come in pages. */
export type ListsCall = keyof typeof LISTS;

/** Which entries of an answer's lists somebody wants: the first ones where absent, and as many as may be. */
export type ListsPage = { limit?: number; position?: ListsPosition };

/** One page of one answer, about to be given. */
export type PageOfLists = {
  graph: GraphStamp;
  question: string;
  window: Required<Window>;
};

const positionSchema = z.strictObject({
  revision: z.string().min(1),
  question: z.string().min(1),
  offset: z.int().min(1),
});

/**
 * Reads a cursor that {@link withNextCursor} gave.
 *
 * @throws InputError when it is anything else
 */
export const parseListsCursor = (text: string): ListsPosition =>
  parseCursor(text, positionSchema);

/**
 * Works out which entries of each list to give.
 *
 * @throws InputError when the page before answered another question
 * @throws ConflictError when the page before came from another state of the catalog
 */
export function openPage(
  { limit = Infinity, position }: ListsPage,
  asked: {
    graph: GraphStamp;
    call: ListsCall;
    entityRefs: readonly string[];
    /** At most so many entries of each list. */
    limit: number;
  },
): PageOfLists {
  const { graph, call, entityRefs } = asked;
  // Long enough to tell questions apart, and no more.
  const question = createHash('sha256')
    .update([call, ...new Set([...entityRefs].sort())].join('\n'))
    .digest('base64url')
    .slice(0, 16);
  if (position && position.question !== question) {
    throw new InputError(
      'The cursor belongs to another question. Give nextCursor only to the call that it came from, with the same entities',
    );
  }
  if (position && position.revision !== graph.revision) {
    throw new ConflictError(
      `The catalog has changed since the page before: its revision was "${position.revision}" and is "${graph.revision}". Begin again without a cursor`,
    );
  }
  return {
    graph,
    question,
    window: {
      offset: position?.offset ?? 0,
      limit: Math.min(limit, asked.limit),
    },
  };
}

/** Adds to an answer where its next page begins, if there is one. */
export function withNextCursor<
  A extends { totals?: Readonly<Record<string, number>>; nextCursor?: string },
>(answer: A, { graph, question, window }: PageOfLists): A {
  const offset = window.offset + window.limit;
  const { revision } = graph;
  return Object.values(answer.totals ?? {}).some(total => total > offset)
    ? { ...answer, nextCursor: printCursor({ revision, question, offset }) }
    : answer;
}
