import {
  EntityLayers,
  Judging,
  layersOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { sumBy } from 'lodash';
import { LISTS, maskLayers, noteLayers } from '../masking/masking';
import { Asking } from './Asking';
import { inBatches } from './inBatches';
import { ListsPage, withNextCursor } from './listsPage';

// After so many entries of several answers, it is found out what of them may be read, and they are given away.
const ENTRIES_PER_BATCH = 5_000;

/** The layers of entities, as one viewer may see them. */
export class LayersAnswers {
  readonly #asking: Asking;
  readonly #judging: Judging;
  readonly #refusals: ReadonlyMap<string, string>;

  constructor(options: {
    asking: Asking;
    judging: Judging;
    /** Why the catalog refused some customers, by ref. */
    refusals: ReadonlyMap<string, string>;
  }) {
    this.#asking = options.asking;
    this.#judging = options.judging;
    this.#refusals = options.refusals;
  }

  /**
   * Those of each entity, in order; undefined for one that the graph lacks or the viewer may not read. They are computed
   * while they are read, so that only some are held at a time.
   *
   * @throws what {@link openPage} throws
   */
  async *each(query: {
    entityRefs: readonly string[];
    page: ListsPage;
  }): AsyncGenerator<EntityLayers | undefined> {
    const { graph, viewer, mask } = this.#asking;
    const canRead = await viewer.canRead(graph, query.entityRefs);

    const compute = async (entityRef: string) => {
      const page = this.#asking.open(query.page, 'layers', [entityRef]);
      const layers =
        graph.exists(entityRef) && canRead(entityRef)
          ? await this.#asking.compute(
              page,
              window =>
                layersOf(graph, entityRef, {
                  ...this.#judging,
                  refusals: this.#refusals,
                  ...window,
                })!,
            )
          : undefined;
      return { page, layers };
    };
    const batches = inBatches(query.entityRefs, compute, {
      sizeOf: ({ layers }) =>
        layers ? sumBy(LISTS.layers, list => layers[list].length) : 0,
      size: ENTRIES_PER_BATCH,
    });
    for await (const batch of batches) {
      if (viewer.limited) {
        for (const { layers } of batch) {
          await noteLayers(layers, mask);
        }
        await mask.learn();
      }
      for (const { layers, page } of batch) {
        const shown =
          layers && viewer.limited
            ? await maskLayers(layers, mask, page.window)
            : layers;
        yield shown && withNextCursor(shown, page);
      }
    }
  }
}
