import { groupBy, partition } from 'lodash';
import { GraphStore, Hint } from '../database/GraphStore';
import { Clock } from './Clock';
import { pauseAfter } from './hintPauses';
import { Reread } from './reread';

/** So many hints are served together: four requests' worth. */
export const HINTS_AT_ONCE = 1_000;

// More than so many, and than such a share of all entities, are not read one by one.
const MANY_HINTS = 2_000;
const LARGE_SHARE = 0.05;

/** The entities that were hinted at and wait to be read again. */
export class HintQueue {
  readonly #store: GraphStore;
  readonly #clock: Clock;

  constructor(options: { store: GraphStore; clock: Clock }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  /**
   * How many wait, due or not.
   *
   * @param entities - how many there are in the graph
   * @returns `many` where it is no more work to read the whole catalog
   */
  async length(entities: number): Promise<'none' | 'some' | 'many'> {
    const waiting = await this.#store.countHints();
    if (waiting > Math.max(MANY_HINTS, entities * LARGE_SHARE)) {
      return 'many';
    }
    return waiting ? 'some' : 'none';
  }

  /** Those whose time has come, as many as are served together. */
  async due(): Promise<Hint[]> {
    return this.#store.dueHints({
      now: this.#clock.now(),
      limit: HINTS_AT_ONCE,
    });
  }

  /**
   * Has done with hints: those at which something had changed go, and so do those at which nothing has for long enough;
   * the others come again after a pause. What is at odds with a change is to be read, too.
   *
   * What has been processed exists, so one that can't be found is only not there yet: the catalog deletes what moves to
   * another location, and adds it anew.
   */
  async conclude(
    hints: readonly Hint[],
    { changes, atOdds }: Pick<Reread, 'changes' | 'atOdds'>,
  ): Promise<void> {
    await this.#store.noteHints(atOdds);
    const changed = new Set(
      changes
        .filter(({ entity }) => entity !== undefined)
        .map(({ entityRef }) => entityRef),
    );
    const [settled, open] = partition(
      hints,
      ({ entityRef, attempts }) =>
        changed.has(entityRef) || pauseAfter(attempts) === undefined,
    );
    await this.#store.settleHints(settled);
    const now = this.#clock.now().getTime();
    for (const alike of Object.values(groupBy(open, 'attempts'))) {
      const pause = pauseAfter(alike[0].attempts) ?? 0;
      await this.#store.postponeHints(alike, new Date(now + pause));
    }
  }
}
