import { Adjacency } from './Adjacency';
import { pageNumber, placeOf, row } from './Paged';
import { RefTable } from './RefTable';

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

const serviceState = (service: number) =>
  stateOf(service >>> 1, service & 1 ? AS_DEPENDED_UPON : ITSELF);

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
export class Walk {
  // The states reached, in order of distance, then path. Only the first #length count.
  readonly #queue: Uint32Array;
  #length = 0;
  readonly #reached: Uint32Array;
  readonly #previous: Int32Array;
  readonly #distance: Uint32Array;
  readonly #merged: number[] = [];
  #epoch = 0;
  readonly #nodesSeen: Uint32Array;
  #nodesEpoch = 0;

  /** @param size - the number of nodes */
  constructor(size: number) {
    this.#queue = new Uint32Array(size * 3);
    this.#reached = new Uint32Array(size * 4);
    this.#previous = new Int32Array(size * 4);
    this.#distance = new Uint32Array(size * 4);
    this.#nodesSeen = new Uint32Array(size);
  }

  /**
   * Walks.
   *
   * @param starts - nodes, in the order of their refs
   */
  run(starts: readonly number[], ways: Ways): void {
    this.#epoch++;
    this.#length = 0;
    for (const node of starts) {
      this.#reach(stateOf(node, ways.parts ? DOWN : ITSELF), -1, 0);
    }
    for (let head = 0; head < this.#length; ) {
      const first = this.#queue[head];
      let next = head + 1;
      while (next < this.#length && this.#samePath(first, this.#queue[next])) {
        next++;
      }
      this.#takeNeighbours(head, next, ways);
      head = next;
    }
  }

  /** How many states were reached. */
  get reached(): number {
    return this.#length;
  }

  /** Hops from the nearest start to a state that was reached. */
  distance(state: number): number {
    return this.#distance[state];
  }

  /** Hops from the nearest start to a node itself; undefined when it was not reached. */
  distanceToNode(node: number): number | undefined {
    const state = stateOf(node, ITSELF);
    return this.#reached[state] === this.#epoch
      ? this.#distance[state]
      : undefined;
  }

  /** The nodes from a start to a state that was reached. */
  pathTo(state: number): number[] {
    const path: number[] = [];
    for (let at = state; at >= 0; at = this.#previous[at]) {
      path.push(nodeOfState(at));
    }
    return path.reverse();
  }

  /** The nodes from a start to a node itself; undefined when it was not reached. */
  pathToNode(node: number): number[] | undefined {
    return this.distanceToNode(node) === undefined
      ? undefined
      : this.pathTo(stateOf(node, ITSELF));
  }

  /**
   * Visits the first state of each node reached, in order.
   *
   * @param without - states of this phase are passed over
   */
  forEachNode(visit: (state: number) => void, without?: number): void {
    const epoch = ++this.#nodesEpoch;
    for (let i = 0; i < this.#length; i++) {
      const state = this.#queue[i];
      const node = nodeOfState(state);
      if (phaseOfState(state) !== without && this.#nodesSeen[node] !== epoch) {
        this.#nodesSeen[node] = epoch;
        visit(state);
      }
    }
  }

  #samePath(a: number, b: number): boolean {
    return (
      nodeOfState(a) === nodeOfState(b) &&
      this.#previous[a] === this.#previous[b]
    );
  }

  #reach(state: number, previous: number, distance: number): void {
    if (this.#reached[state] !== this.#epoch) {
      this.#reached[state] = this.#epoch;
      this.#previous[state] = previous;
      this.#distance[state] = distance;
      this.#queue[this.#length++] = state;
    }
  }

  #takeNeighbours(
    head: number,
    next: number,
    { hops, parts, refs }: Ways,
  ): void {
    const first = this.#queue[head];
    const distance = this.#distance[first] + 1;
    if (next === head + 1 && phaseOfState(first) !== DOWN) {
      const service = nodeOfState(first) * 2 + phaseOfState(first);
      const { offsets, values } = hops.pages[pageNumber(service)];
      const place = placeOf(service);
      for (let i = offsets[place]; i < offsets[place + 1]; i++) {
        this.#reach(serviceState(values[i]), first, distance);
      }
      return;
    }
    const merged = this.#merged;
    merged.length = 0;
    for (let position = head; position < next; position++) {
      const state = this.#queue[position];
      const node = nodeOfState(state);
      const phase = phaseOfState(state);
      const service = node * 2 + (phase === AS_DEPENDED_UPON ? 1 : 0);
      for (const consumer of row(hops, service)) {
        merged.push(serviceState(consumer));
      }
      if (phase === DOWN && parts) {
        for (const part of row(parts, node)) {
          merged.push(stateOf(part, DOWN));
        }
      }
    }
    merged.sort(refs.comparing(PHASE_BITS));
    for (const state of merged) {
      this.#reach(state, first, distance);
    }
  }
}
