// More of them make a row of the list high.
const FEW = 2;

/**
 * What of a list a cell has room for.
 *
 * @param total - how many there are in all, where the list lacks some
 */
export const firstNames = <Entry>(
  entries: readonly Entry[],
  total: number = entries.length,
): { first: Entry[]; more: number } => {
  const first = entries.slice(0, FEW);
  return { first, more: total - first.length };
};
