/** What a list names something by. */
type Named = { ref: string; title?: string };

/** The name that a list is sorted by: the title, or the last part of the ref. */
export const sortableName = ({ ref, title }: Named): string =>
  (title ?? ref.slice(ref.indexOf('/') + 1)).toLowerCase();

/** Says whether a ref or a title has a text in it, in any case; everything has where none is given. */
export function matchingText(text?: string): (named: Named) => boolean {
  const wanted = text?.toLowerCase();
  return ({ ref, title }) =>
    wanted === undefined ||
    ref.includes(wanted) ||
    (title?.toLowerCase().includes(wanted) ?? false);
}

/** Whether a list is filtered by anything. */
export const isFiltered = (filters: object): boolean =>
  Object.values(filters).some(value => value !== undefined);
