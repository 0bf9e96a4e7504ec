import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';
import { parseCursor, printCursor } from './cursor';

/** What something is sorted by, then by ref: the first of these counts first. */
export type SortKey = ReadonlyArray<string | number>;

/** Where something stands in a list. */
export type Place = { ref: string; key: SortKey };

/** Where the next page of a sorted list begins. */
export type PagePosition = {
  /** Of the graph that the page before came from. */
  revision: string;
  /** What was filtered and sorted by. */
  question: string;
  /** How many items come before. */
  offset: number;
  /** The place of the last item shown, unless it was hidden: a cursor names nothing that its page didn't. */
  after?: Place;
};

const positionSchema = z.strictObject({
  revision: z.string().min(1),
  question: z.string(),
  offset: z.int().min(1),
  after: z
    .strictObject({
      ref: z.string(),
      key: z.array(z.union([z.string(), z.number()])),
    })
    .optional(),
});

/**
 * Reads a cursor that {@link pageOf} gave.
 *
 * @throws InputError when it is anything else
 */
export const parsePageCursor = (text: string): PagePosition =>
  parseCursor(text, positionSchema);

/** Compares by key, then by ref; text by code unit. */
export function comparePlaces(a: Place, b: Place): number {
  for (let i = 0; i < a.key.length; i++) {
    if (a.key[i] !== b.key[i]) {
      return a.key[i] < b.key[i] ? -1 : 1;
    }
  }
  if (a.ref !== b.ref) {
    return a.ref < b.ref ? -1 : 1;
  }
  return 0;
}

/** Sorts items by their places. */
export const sortByPlace = <Item>(
  items: readonly Item[],
  placeOf: (item: Item) => Place,
): Item[] =>
  items
    .map(item => ({ item, place: placeOf(item) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ item }) => item);

/**
 * Cuts one page out of sorted items, those hidden last; whether their refs are masked already makes no difference.
 *
 * @remarks
 *
 * When the graph has changed since the page before, the page begins after the last item that was shown; among hidden ones
 * it begins at the same offset.
 *
 * @param options.question - what was filtered and sorted by
 * @throws InputError when the page before answered another question
 */
export function pageOf<Item extends { hidden?: true }>(
  items: readonly Item[],
  options: {
    revision: string;
    question: string;
    placeOf: (item: Item) => Place;
    limit: number;
    position?: PagePosition;
  },
): { items: Item[]; nextCursor?: string } {
  const { revision, question, placeOf, limit, position } = options;
  if (position && position.question !== question) {
    throw new InputError(
      'The cursor belongs to another question. Give nextCursor only together with the same filters and the same order',
    );
  }
  const start = startOf(items, options);
  const end = start + limit;
  const page = items.slice(start, end);
  if (end >= items.length) {
    return { items: page };
  }
  const last = page[page.length - 1];
  return {
    items: page,
    nextCursor: printCursor({
      revision,
      question,
      offset: end,
      ...(!last.hidden && { after: placeOf(last) }),
    }),
  };
}

function startOf<Item extends { hidden?: true }>(
  items: readonly Item[],
  {
    revision,
    placeOf,
    position,
  }: {
    revision: string;
    placeOf: (item: Item) => Place;
    position?: PagePosition;
  },
): number {
  const after = position?.after;
  if (!position || position.revision === revision || after === undefined) {
    return position?.offset ?? 0;
  }
  const next = items.findIndex(
    item => item.hidden || comparePlaces(placeOf(item), after) > 0,
  );
  return next < 0 ? items.length : next;
}
