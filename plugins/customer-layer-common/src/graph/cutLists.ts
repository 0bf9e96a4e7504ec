/** Cuts the lists of an answer that are too long, and says so. */
export function cutLists<
  K extends string,
  A extends { truncated: boolean } & Record<K, unknown[]>,
>(answer: A, lists: readonly K[], limit: number): A {
  const tooLong = lists.filter(list => answer[list].length > limit);
  return tooLong.length
    ? {
        ...answer,
        ...Object.fromEntries(
          tooLong.map(list => [list, answer[list].slice(0, limit)]),
        ),
        truncated: true,
      }
    : answer;
}
