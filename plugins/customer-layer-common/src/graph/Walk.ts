import { Adjacency, degree } from './Adjacency';
import { pageNumber, placeOf } from './Paged';
import { RefTable } from './RefTable';
import { sortRange } from './sortRange';

/**
 * In which way a walk stands on a node: by hops of the service graph on the node itself or on the node as depended
 * upon, or, before any of those, by steps down to parts.
 */
export const ITSELF = 0;
export const AS_DEPENDED_UPON = 1;
export const DOWN = 2;

const PHASE_BITS = 2;

/** The state of a walk that stands on a node in a phase. */
export const stateOf = (node: number, phase: number) =>
  node * 2 ** PHASE_BITS + phase;

// The phases of hops are numbered as service nodes are.
const stateOfService = (service: number) => stateOf(service >>> 1, service & 1);

/** The node that a state of a walk stands on. */
export const nodeOfState = (state: number): number => state >>> PHASE_BITS;

/** One of {@link ITSELF}, {@link AS_DEPENDED_UPON} and {@link DOWN}. */
export const phaseOfState = (state: number): number => state & 3;

/** Where a walk may go. */
export type Ways = {
  /** The service graph, forwards or backwards. */
  hops: Adjacency;
  /** Where given, the walk may first take steps down to parts. */
  parts?: Adjacency;
  /** Gives the order of what meets. */
  refs: RefTable;
};

/** What a walk reached, by position: in the order of distance, then path. */
export type Reached = {
  /** How many states were reached; only so many of the numbers below count. */
  readonly reached: number;
  /** See {@link stateOf}. */
  readonly states: Uint32Array;
  /** The position of the one before it on the path, -1 at a start. */
  readonly previous: Int32Array;
  /** Hops from the nearest start, which are the refs on the path beside it. */
  readonly distances: Uint32Array;
};

// Places are counted on from walk to walk up to here, so that they stay small integers.
const MOST_PLACES = 2 ** 31 - 1;

/**
 * A breadth-first walk over the service graph that finds, for everything it reaches, the least number of hops and the
 * smallest path: fewest refs, then ref by ref.
 *
 * @remarks
 *
 * O(edges visited), apart from a sort where two lists of neighbours meet. The scratch space is made once for a graph
 * and is used by one walk at a time.
 *
 * Why the first path found is the smallest: the queue holds each level in the order of the levels' paths, and
 * neighbours are taken in the order of their refs. States of one node that were reached along the same path (a
 * container itself and as depended upon, say) have equal paths, so they stand side by side in the queue and their
 * neighbours are taken together.
 *
 * @see docs/derivation.md#paths
 */
export class Walk implements Reached {
  readonly states: Uint32Array;
  readonly previous: Int32Array;
  readonly distances: Uint32Array;
  /** Room for as many numbers as states can be reached, for whoever arranges what was. */
  readonly arranged: Uint32Array;
  #length = 0;
  // By state: its position, counted on from #base. Lower ones are left from earlier walks, so that nothing need be cleared.
  readonly #places: Int32Array;
  #base = 1;
  #meeting = new Uint32Array(64);

  /** @param size - the number of nodes */
  constructor(size: number) {
    this.states = new Uint32Array(size * 3);
    this.previous = new Int32Array(size * 3);
    this.distances = new Uint32Array(size * 3);
    this.arranged = new Uint32Array(size);
    this.#places = new Int32Array(size * 4);
  }

  /**
   * Walks.
   *
   * @param starts - nodes, in the order of their refs, without repeats
   */
  run(starts: readonly number[], ways: Ways): void {
    this.#begin();
    const { states, previous } = this;
    const { hops, parts } = ways;
    const phaseAtStart = parts ? DOWN : ITSELF;
    for (const node of starts) {
      this.#reach(stateOf(node, phaseAtStart), -1, 0);
    }
    for (let head = 0; head < this.#length; ) {
      const state = states[head];
      const node = nodeOfState(state);
      const from = previous[head];
      let next = head + 1;
      while (
        next < this.#length &&
        nodeOfState(states[next]) === node &&
        previous[next] === from
      ) {
        next++;
      }
      const phase = phaseOfState(state);
      if (
        next === head + 1 &&
        (phase !== DOWN || !parts || !degree(parts, node))
      ) {
        this.#hop(hops, node * 2 + (phase === AS_DEPENDED_UPON ? 1 : 0), head);
      } else {
        this.#takeTogether(head, next, ways);
      }
      head = next;
    }
  }

  /** How many states were reached. */
  get reached(): number {
    return this.#length;
  }

  /** The position of a state; -1 when it was not reached. */
  positionOf(state: number): number {
    const position = this.#places[state] - this.#base;
    return position < 0 ? -1 : position;
  }

  /**
   * Whether a node was first reached in the state at a position.
   *
   * @param without - to stand on a node in this phase doesn't count as reaching it
   */
  isFirst(position: number, without?: number): boolean {
    const state = this.states[position];
    const phase = phaseOfState(state);
    const first = state - phase;
    const place = this.#base + position;
    return (
      phase !== without &&
      !this.#isBetween(first + ITSELF, place) &&
      !this.#isBetween(first + DOWN, place) &&
      (without === AS_DEPENDED_UPON ||
        !this.#isBetween(first + AS_DEPENDED_UPON, place))
    );
  }

  /** What was reached, as it is now: it stays when the walk is used again. */
  copy(): Reached {
    return {
      reached: this.#length,
      states: this.states.slice(0, this.#length),
      previous: this.previous.slice(0, this.#length),
      distances: this.distances.slice(0, this.#length),
    };
  }

  #begin(): void {
    this.#base += this.#length;
    this.#length = 0;
    if (this.#base > MOST_PLACES - this.states.length) {
      this.#base = 1;
      this.#places.fill(0);
    }
  }

  // Whether a state was reached in this walk, before a place.
  #isBetween(state: number, place: number): boolean {
    const at = this.#places[state];
    return at >= this.#base && at < place;
  }

  #reach(state: number, previous: number, distance: number): void {
    if (this.#places[state] < this.#base) {
      const position = this.#length++;
      this.#places[state] = this.#base + position;
      this.states[position] = state;
      this.previous[position] = previous;
      this.distances[position] = distance;
    }
  }

  // What follows is most of the work of a walk, so it keeps to local variables.
  #hop({ pages }: Adjacency, service: number, head: number): void {
    const { states, previous, distances } = this;
    const places = this.#places;
    const base = this.#base;
    const distance = distances[head] + 1;
    const { offsets, values } = pages[pageNumber(service)];
    const place = placeOf(service);
    const end = offsets[place + 1];
    let length = this.#length;
    for (let i = offsets[place]; i < end; i++) {
      const state = stateOfService(values[i]);
      if (places[state] < base) {
        places[state] = base + length;
        states[length] = state;
        previous[length] = head;
        distances[length++] = distance;
      }
    }
    this.#length = length;
  }

  #takeTogether(head: number, next: number, { hops, parts, refs }: Ways): void {
    const node = nodeOfState(this.states[head]);
    let phases = 0;
    for (let position = head; position < next; position++) {
      phases |= 1 << phaseOfState(this.states[position]);
    }
    let count = 0;
    // On the node itself and on the way down, the hops are the same.
    if (phases & ((1 << ITSELF) | (1 << DOWN))) {
      count = this.#meet(hops, node * 2, { refs, count });
    }
    if (phases & (1 << AS_DEPENDED_UPON)) {
      count = this.#meet(hops, node * 2 + 1, { refs, count });
    }
    if (phases & (1 << DOWN) && parts) {
      count = this.#meet(parts, node, { refs, count, phase: DOWN });
    }
    const distance = this.distances[head] + 1;
    const meeting = this.#meeting;
    sortRange(meeting, 0, count);
    for (let i = 0; i < count; i++) {
      const to = refs.sorted[nodeOfState(meeting[i])];
      this.#reach(stateOf(to, phaseOfState(meeting[i])), head, distance);
    }
  }

  // Adds neighbours as states by rank in place of node, so that they are in order when they are sorted as numbers.
  #meet(
    { pages }: Adjacency,
    row: number,
    { refs, count, phase }: { refs: RefTable; count: number; phase?: number },
  ): number {
    const { offsets, values } = pages[pageNumber(row)];
    const place = placeOf(row);
    const end = offsets[place + 1];
    let length = count;
    this.#makeRoom(length + end - offsets[place]);
    for (let i = offsets[place]; i < end; i++) {
      const value = values[i];
      this.#meeting[length++] =
        phase === undefined
          ? stateOf(refs.rank(value >>> 1), value & 1)
          : stateOf(refs.rank(value), phase);
    }
    return length;
  }

  #makeRoom(count: number): void {
    if (count > this.#meeting.length) {
      const larger = new Uint32Array(count * 2);
      larger.set(this.#meeting);
      this.#meeting = larger;
    }
  }
}
