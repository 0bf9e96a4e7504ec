/** What an action says about entries that its answer lacks. */
export type LeftOut = {
  /** One sentence for each list that lacks some, and how to get them; absent where nothing is left out. */
  leftOut?: string[];
};

const AGAIN =
  'For those that follow, call again with the same input and this answer’s nextCursor as cursor';

/** Says of an answer in pages which of its lists lack entries, and how to get them. */
export function sayLeftOut<
  Answer extends {
    totals?: Readonly<Record<string, number>>;
    nextCursor?: string;
  },
>(answer: Answer): Answer & LeftOut {
  const lists: Readonly<Record<string, unknown>> = answer;
  const leftOut = Object.entries(answer.totals ?? {}).map(([list, total]) => {
    const entries = lists[list];
    const count = Array.isArray(entries) ? entries.length : 0;
    return `${list} has ${count} of ${total} entries. ${
      answer.nextCursor ? AGAIN : 'The others were on the pages before'
    }.`;
  });
  return leftOut.length ? { ...answer, leftOut } : answer;
}

/** Cuts a list to so many entries, and says which lack. */
export function cut<Entry>(
  entries: readonly Entry[],
  { limit, list, remedy }: { limit: number; list: string; remedy: string },
): { entries: Entry[]; leftOut: string[] } {
  return {
    entries: entries.slice(0, limit),
    leftOut:
      entries.length > limit
        ? [`${list} has ${limit} of ${entries.length} entries. ${remedy}.`]
        : [],
  };
}
