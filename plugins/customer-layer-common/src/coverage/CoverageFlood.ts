import { CoverageAspect } from '../api/CoverageApi';
import { inheritedFrom } from '../graph/ContainerWalk';
import { GraphIndex, serviceNode } from '../graph/GraphIndex';
import { row } from '../graph/Paged';

// So many states are visited at a stretch: a millisecond or two.
const STATES_PER_STEP = 10_000;

const INHERITS = 1;
const HAS_HEIRS = 2;

/**
 * Floods backwards along the ways on which customers or operations teams come to entities.
 *
 * @remarks
 *
 * A node is four states. What is declared at the node, or inherited by it, comes to it _up_ its containers; to its two
 * _services_, as itself and as depended upon, come the customers of those whom it serves; and to it as something with
 * parts come those of its parts, for which one goes _down_. Operations teams come up containers only. Every state leads
 * to all that it gets anything from; a flood goes against that.
 *
 * @see docs/coverage.md
 */
export class CoverageFlood {
  /** By node, whether it inherits, and whether anything inherits from it. */
  readonly #bits: Uint8Array;
  readonly #index: GraphIndex;
  readonly #derives: boolean;
  readonly #size: number;
  readonly #open: number[] = [];
  // Over all floods, since most are small.
  #visited = 0;

  private constructor(
    index: GraphIndex,
    aspect: CoverageAspect,
    bits: Uint8Array,
  ) {
    this.#index = index;
    this.#derives = aspect !== 'operations';
    this.#size = index.refs.size;
    this.#bits = bits;
  }

  /** Prepares floods of one aspect, in steps. */
  static *prepareInSteps(
    index: GraphIndex,
    aspect: CoverageAspect,
  ): Generator<undefined, CoverageFlood> {
    const bits = new Uint8Array(index.refs.size);
    for (let node = 0; node < bits.length; node++) {
      for (const container of inheritedFrom(index, node, aspect)) {
        bits[node] |= INHERITS;
        bits[container] |= HAS_HEIRS;
      }
      if (node % STATES_PER_STEP === 0) {
        yield undefined;
      }
    }
    return new CoverageFlood(index, aspect, bits);
  }

  /** How many states there are. */
  get states(): number {
    return this.#size * (this.#derives ? 4 : 1);
  }

  /** The state in which something declared at a node comes to it. */
  readonly up = (node: number): number => node;

  /** The state in which a node gets what comes from whom it serves. */
  readonly service = (node: number): number =>
    this.#size + serviceNode(node, 0);

  /** The state in which a node gets anything at all. */
  readonly whole = (node: number): number =>
    this.#derives ? this.#size * 3 + node : node;

  /** The node of a state in which it gets anything at all; undefined of any other state. */
  readonly nodeOfWhole = (state: number): number | undefined => {
    const node = this.#derives ? state - this.#size * 3 : state;
    return node < 0 ? undefined : node;
  };

  /**
   * Floods from some states, in steps.
   *
   * @param marks - by state; those that aren't 0 are left alone, and what is reached is set to `mark`
   * @param dominated - goes on, too, from a node's services to its declarations, where nothing gets anything by these
   * that isn't served likewise
   * @param onReach - told of each state that is reached, the starts included
   */
  *inSteps(
    starts: Iterable<number>,
    options: {
      marks: Uint8Array;
      mark?: number;
      dominated?: boolean;
      onReach?(state: number): void;
    },
  ): Generator<undefined, void> {
    const { marks, mark = 1, dominated = false, onReach } = options;
    const open = this.#open;
    open.length = 0;
    const reach = (state: number) => {
      if (!marks[state]) {
        marks[state] = mark;
        open.push(state);
        onReach?.(state);
      }
    };
    for (const start of starts) {
      reach(start);
    }
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      this.before(state, reach);
      if (dominated) {
        this.#dominated(state, reach);
      }
      this.#visited++;
      if (this.#visited % STATES_PER_STEP === 0) {
        yield undefined;
      }
    }
  }

  /** Visits the states that get something from one directly. */
  before(state: number, visit: (state: number) => void): void {
    const { parts, restsOn, edges } = this.#index;
    const size = this.#size;
    if (state < size) {
      if (this.#bits[state] & HAS_HEIRS) {
        for (const part of row(parts, state)) {
          if (this.#bits[part] & INHERITS) {
            visit(part);
          }
        }
      }
      if (this.#derives) {
        visit(size + state * 2);
      }
    } else if (state < size * 3) {
      const service = state - size;
      for (const before of row(restsOn, service)) {
        visit(size + before);
      }
      if (service % 2 === 0) {
        visit(size * 3 + service / 2);
      }
    } else {
      for (const container of row(edges.containers, state - size * 3)) {
        visit(size * 3 + container);
      }
    }
  }

  // Whoever has a node's service has all that anything gets by the node's own declaration: where nothing inherits that,
  // or where what does serves along with it, as part of something depended upon.
  #dominated(state: number, visit: (state: number) => void): void {
    const service = state - this.#size;
    if (this.#derives && service >= 0 && service < this.#size * 2) {
      const node = service >>> 1;
      if (service & 1 || !(this.#bits[node] & HAS_HEIRS)) {
        visit(node);
      }
    }
  }
}
