import {
  CoverageApi,
  CoverageAspect,
  describeUncovered,
  matchingUncovered,
  UncoveredFilters,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { chunk } from 'lodash';
import { Asking } from '../services/Asking';
import { isFiltered } from '../services/listed';
import { PageQuestion } from '../services/maskedPage';
import { pageOf } from '../services/sortedPage';

/** Which of the entities that lack something somebody wants to see, and on which page. */
export type UncoveredQuestion = PageQuestion &
  UncoveredFilters & { aspect: CoverageAspect };

type UncoveredPage = Awaited<ReturnType<CoverageApi['getUncovered']>>;

// Nothing hidden comes into the list.
type Entry = { entityRef: string; hidden?: true };

// So many entities are looked at before somebody else may come first.
const ENTITIES_AT_ONCE = 500;

/** The list of what lacks something, as one viewer may see it: by ref, and without what they may not read. */
export class UncoveredList {
  readonly #asking: Asking;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  /**
   * One page.
   *
   * @param all - the refs of all that lack it, sorted
   * @throws InputError when the position belongs to another question
   */
  async page(
    all: readonly string[],
    { limit, position, aspect, ...filters }: UncoveredQuestion,
  ): Promise<UncoveredPage> {
    const { graph, viewer, mask } = this.#asking;
    const open = viewer.limited
      ? all.filter(await viewer.canRead(graph, all))
      : all;
    const wanted = await this.#wanted(open, filters);
    const entries = wanted.map((entityRef): Entry => ({ entityRef }));
    const { items, nextCursor } = pageOf(entries, {
      revision: graph.revision,
      question: JSON.stringify([aspect, filters]),
      placeOf: ({ entityRef: ref }) => ({ ref, key: [] }),
      limit,
      position,
    });
    const page: UncoveredPage = {
      items: items.map(({ entityRef }) => describeUncovered(graph, entityRef)),
      totalItems: wanted.length,
      hiddenItems: all.length - open.length,
      ...(nextCursor && { nextCursor }),
    };
    if (!viewer.limited) {
      return page;
    }
    await mask.note(page.items);
    await mask.learn();
    return mask.number({
      ...page,
      items: page.items.map(item => ({
        ...item,
        owners: [...mask.refs(item.owners)],
        partOf: [...mask.refs(item.partOf)],
      })),
    });
  }

  async #wanted(
    refs: readonly string[],
    filters: UncoveredFilters,
  ): Promise<readonly string[]> {
    const { graph, viewer } = this.#asking;
    const { owner } = filters;
    if (!isFiltered(filters)) {
      return refs;
    }
    // Of an owner whom the viewer may not read, they learn nothing by asking.
    if (owner && !(await viewer.canRead(graph, [owner]))(owner)) {
      return [];
    }
    const matches = matchingUncovered(graph, filters);
    const wanted: string[] = [];
    for (const some of chunk(refs, ENTITIES_AT_ONCE)) {
      await viewer.turn.takeBreak();
      wanted.push(...some.filter(matches));
    }
    return wanted;
  }
}
