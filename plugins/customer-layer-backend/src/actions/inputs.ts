import { z } from 'zod/v3';

/** At most so many entries of each list in one answer of an action: more than that nobody reads in a conversation. */
export const MOST_ENTRIES = 200;

const FEW_ENTRIES = 25;

/** An entity, as it is written in a question. */
export const refInput = (what: string) =>
  z
    .string()
    .min(1)
    .describe(
      `${what}: an entity ref such as "component:default/checkout"; the namespace "default" can be left out`,
    );

/** Which page of an answer is asked for. */
export const pageInput = {
  limit: z
    .number()
    .int()
    .min(1)
    .max(MOST_ENTRIES)
    .default(FEW_ENTRIES)
    .describe(
      `At most so many entries of each list, 1 to ${MOST_ENTRIES}; ${FEW_ENTRIES} where absent`,
    ),
  cursor: z
    .string()
    .optional()
    .describe(
      'nextCursor of the page before, word for word, with the same other input; none for the first page',
    ),
};

/** What is left out of an answer; see `leftOut.ts`. */
export const leftOutOutput = z
  .array(z.string())
  .optional()
  .describe('Lists that lack entries, and how to get those');
