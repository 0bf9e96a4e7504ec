import { GraphIndex } from '../graph/GraphIndex';
import { Covered } from './covered';

/** So many places are looked at together: one bit each of a number. */
export const PLACES_AT_ONCE = 32;

// So many ways are looked at in one step: a millisecond or two.
const WORK_PER_STEP = 20_000;

// So many are counted at a stretch, for up to as many places at once.
const STATES_PER_COUNT = 5_000;

/** Counts what declaring something at a place would cover that isn't covered yet. */
export class Gains {
  readonly #index: GraphIndex;
  readonly #covered: Covered;
  // By state, the places from which it was reached, and those of them with which it has not gone on yet.
  readonly #reached: Int32Array;
  readonly #fresh: Int32Array;
  #work = 0;
  #nextPause = WORK_PER_STEP;

  /** @param covered - what is covered; more may be while this counts */
  constructor(index: GraphIndex, covered: Covered) {
    this.#index = index;
    this.#covered = covered;
    this.#reached = new Int32Array(covered.flood.states);
    this.#fresh = new Int32Array(covered.flood.states);
  }

  /** How often a way to a state was looked at so far. */
  get work(): number {
    return this.#work;
  }

  /**
   * The gain of each of some places, at most {@link PLACES_AT_ONCE}, as if it were the only one; in steps. Together they
   * take hardly longer than alone, as far as they cover the same.
   */
  *inSteps(places: readonly number[]): Generator<undefined, number[]> {
    const { flood, marks } = this.#covered;
    const reached = this.#reached;
    const fresh = this.#fresh;
    const touched: number[] = [];
    const queue: number[] = [];
    let bits = 0;
    const reach = (state: number) => {
      this.#work++;
      const added = bits & ~reached[state];
      if (!added || marks[state]) {
        return;
      }
      if (!reached[state]) {
        touched.push(state);
      }
      if (!fresh[state]) {
        queue.push(state);
      }
      reached[state] |= added;
      fresh[state] |= added;
    };
    places.forEach((place, i) => {
      bits = 1 << i;
      reach(flood.up(place));
    });
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head];
      bits = fresh[state];
      fresh[state] = 0;
      flood.before(state, reach);
      if (this.#work >= this.#nextPause) {
        this.#nextPause = this.#work + WORK_PER_STEP;
        yield undefined;
      }
    }

    const gains = places.map(() => 0);
    for (let i = 0; i < touched.length; i++) {
      const state = touched[i];
      const node = flood.nodeOfWhole(state);
      if (node !== undefined && this.#index.facts.deliverable(node)) {
        for (let left = reached[state]; left; left &= left - 1) {
          gains[31 - Math.clz32(left & -left)]++;
        }
      }
      reached[state] = 0;
      if (i % STATES_PER_COUNT === 0) {
        yield undefined;
      }
    }
    return gains;
  }
}
