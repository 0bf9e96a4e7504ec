import { GraphStamp } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Arrangement } from '../masking/arrangements';
import { Asking } from './Asking';
import { isFiltered } from './listed';
import { pageOf, PagePosition, Place, sortByPlace } from './sortedPage';

/** Which page of a list somebody wants to see. */
export type PageQuestion = { limit: number; position?: PagePosition };

/** One page of a list. */
export type MaskedPage<Item> = {
  graph: GraphStamp;
  items: Item[];
  totalItems: number;
  hiddenItems?: number;
  nextCursor?: string;
};

/**
 * One page of a list as the viewer may see it, items that they may not read last; of what these are is not known whether it
 * matches, so that they are left out where something is filtered by.
 *
 * @param all - sorted by ref
 * @param options.filters - what is filtered by; by nothing where all of it is undefined
 * @param options.order - the name of the order
 * @param options.describe - adds to the items of the page what takes longer to find out
 * @throws InputError when the position belongs to another question
 */
export async function maskedPage<Item extends { hidden?: true }>(
  all: readonly Item[],
  options: {
    asking: Asking;
    arrangement: Arrangement<Item>;
    filters: object;
    matches: (item: Item) => boolean;
    order: string;
    placeOf: (item: Item) => Place;
    page: PageQuestion;
    describe: (items: readonly Item[]) => Promise<Item[]>;
  },
): Promise<MaskedPage<Item>> {
  const { asking, arrangement, filters, order, placeOf, page } = options;
  const { graph, viewer, mask } = asking;
  if (viewer.limited) {
    await mask.note(all);
    await mask.learn();
  }
  const open = viewer.limited
    ? all.filter(item => mask.canRead(arrangement.refOf(item)))
    : all;
  const filtered = isFiltered(filters);
  const shown = filtered ? open.filter(options.matches) : all;
  await viewer.turn.takeBreak();
  const sorted = sortByPlace(shown, placeOf);
  const arranged = viewer.limited
    ? await mask.arrange(sorted, arrangement)
    : sorted;
  const { items, nextCursor } = pageOf(arranged, {
    revision: graph.revision,
    question: JSON.stringify([order, filters]),
    placeOf,
    ...page,
  });
  const hiddenItems = filtered ? all.length - open.length : 0;
  const answer = {
    graph: graph.stamp,
    items: await options.describe(items),
    totalItems: arranged.length,
    ...(hiddenItems > 0 && { hiddenItems }),
    ...(nextCursor && { nextCursor }),
  };
  return viewer.limited ? mask.number(answer) : answer;
}
