/** Which entries of each list are asked for; all of them where absent. @public */
export type Window = {
  /** Lists begin with the entry at this position, from 0. */
  offset?: number;
  /** At most so many entries of each list. */
  limit?: number;
};

/** What an answer says about its lists. @public */
export type Truncation<List extends string> = {
  /** Whether a list lacks entries, because there are more than the limit or this is but a page. */
  truncated: boolean;
  /** How many entries each list that lacks some has in all. */
  totals?: Partial<Record<List, number>>;
  /** Over HTTP: give this to get the entries that follow in each list; absent when none do. */
  nextCursor?: string;
};

/** The entries that a window shows, out of so many. @public */
export const inWindow = <
  Entries extends { slice(from: number, to: number): Entries },
>(
  entries: Entries,
  { offset = 0, limit = Infinity }: Window,
): Entries => entries.slice(offset, offset + limit);

/**
 * Says which lists of an answer lack entries.
 *
 * @param lengths - how many entries each list has in all
 * @public
 */
export function truncation<List extends string>(
  answer: Readonly<Record<NoInfer<List>, readonly unknown[]>>,
  lengths: Readonly<Record<List, number>>,
): Truncation<List> {
  const totals: Partial<Record<List, number>> = {};
  for (const list of Object.keys(lengths) as List[]) {
    if (answer[list].length < lengths[list]) {
      totals[list] = lengths[list];
    }
  }
  return Object.keys(totals).length
    ? { truncated: true, totals }
    : { truncated: false };
}
