import { CUSTOMER_ROLES } from '../model/words';
import { CUSTOMER_SOURCES } from './answers';
import {
  declaresAny,
  Declarers,
  hasParts,
  INHERITS,
  NAMES,
  ofRole,
} from './Declarers';
import { GraphIndex } from './GraphIndex';
import { pageNumber, placeOf } from './Paged';
import { Passages } from './Passages';
import { AS_DEPENDED_UPON, ITSELF, nodeOfState, stateOf, Walk } from './Walk';

const [DECLARED, INHERITED, DERIVED] = CUSTOMER_SOURCES.keys();

/** The source of what only a walk with steps down found. */
export const PART = CUSTOMER_SOURCES.indexOf('part');

/** One way in which somebody is a customer; the best one of each customer and role becomes an entry. */
export type Candidate = {
  customer: number;
  /** Position in {@link CUSTOMER_ROLES}. */
  role: number;
  /** Position in {@link CUSTOMER_SOURCES}; those of one source come from one walk. */
  source: number;
  distance: number;
  /** Refs from the entity whose direct customer this is up to the one that declares it. */
  length: number;
  /** Of that entity in the walk. */
  position: number;
  /** The last step up from there, to the one that declares it; -1 where it is the entity itself. See {@link Passages}. */
  step: number;
};

const placeFor = (node: number, role: number) =>
  node * CUSTOMER_ROLES.length + role;

const atStart = (length: number) => (length > 1 ? INHERITED : DECLARED);

// By hops alone; -1 where it isn't reached so.
function distanceToNode(plain: Walk, node: number): number {
  const position = plain.positionOf(stateOf(node, ITSELF));
  return position < 0 ? -1 : plain.distances[position];
}

class Choice {
  readonly best: Candidate[] = [];
  // By customer and role, the position in that.
  readonly #places = new Map<number, number>();
  readonly #index: GraphIndex;
  readonly #declarers: Declarers;
  readonly #passages: Passages;
  // Where the walk stands from which customers are offered, and what they come from beyond its starts.
  #position = 0;
  #distance = 0;
  #role = 0;
  #beyond: number = DERIVED;

  constructor(index: GraphIndex) {
    this.#index = index;
    this.#declarers = index.declarers;
    this.#passages = index.scratch.passages(index.refs.size);
    this.#passages.begin();
  }

  /** Offers every direct customer of what a walk reached; those beyond its starts come from parts if there is a plain walk. */
  offerAll(walk: Walk, plain?: Walk): void {
    const { states, distances, reached } = walk;
    this.#beyond = plain ? PART : DERIVED;
    this.#passages.forget();
    for (let position = 0; position < reached; position++) {
      const node = nodeOfState(states[position]);
      const distance = distances[position];
      const bits = this.#declarers.bits(this.#index, node);
      if (
        declaresAny(bits) &&
        walk.isFirst(position, AS_DEPENDED_UPON) &&
        // Only what a step down reaches sooner than hops alone is a part's.
        !(plain && distanceToNode(plain, node) === distance)
      ) {
        this.#position = position;
        this.#distance = distance;
        for (let role = 0; role < CUSTOMER_ROLES.length; role++) {
          if (ofRole(bits, role) && this.#passFirst(node, role, bits)) {
            this.#role = role;
            this.#climb(node, ofRole(bits, role));
          }
        }
      }
    }
  }

  // What has no parts is nobody's container, so that it is passed only once.
  #passFirst(node: number, role: number, bits: number): boolean {
    return (
      !hasParts(bits) ||
      this.#passages.pass(placeFor(node, role), this.#distance, 1)
    );
  }

  // Offers those of a node and of the containers above it.
  #climb(node: number, declares: number): void {
    const { nodes } = this.#passages;
    if (declares & NAMES) {
      this.#offer(node, -1);
    }
    if (declares & INHERITS) {
      let step = nodes.length;
      this.#stepUp(node, -1);
      for (; step < nodes.length; step++) {
        const container = nodes[step];
        const bits = this.#declarers.bits(this.#index, container);
        const declaresToo = ofRole(bits, this.#role);
        if (declaresToo & NAMES) {
          this.#offer(container, step);
        }
        if (declaresToo & INHERITS) {
          this.#stepUp(container, step);
        }
      }
    }
  }

  // How many refs the way up has to a step; before the first there is the node itself.
  #lengthAt(step: number): number {
    return step < 0 ? 1 : this.#passages.lengths[step];
  }

  #stepUp(from: number, step: number): void {
    const passages = this.#passages;
    const role = this.#role;
    const distance = this.#distance;
    const length = this.#lengthAt(step) + 1;
    const { offsets, values } =
      this.#index.edges.containers.pages[pageNumber(from)];
    const end = offsets[placeOf(from) + 1];
    for (let i = offsets[placeOf(from)]; i < end; i++) {
      const container = values[i];
      const bits = this.#declarers.bits(this.#index, container);
      if (
        ofRole(bits, role) &&
        passages.pass(placeFor(container, role), distance, length)
      ) {
        passages.step(container, { previous: step, length });
      }
    }
  }

  #offer(declarer: number, step: number): void {
    const role = this.#role;
    const distance = this.#distance;
    const position = this.#position;
    const length = this.#lengthAt(step);
    const source = distance ? this.#beyond : atStart(length);
    const { offsets, values } =
      this.#index.edges[CUSTOMER_ROLES[role]].pages[pageNumber(declarer)];
    const place = placeOf(declarer);
    for (let i = offsets[place]; i < offsets[place + 1]; i++) {
      const customer = values[i];
      const key = placeFor(customer, role);
      const at = this.#places.get(key);
      if (at === undefined) {
        this.#places.set(key, this.best.length);
        this.best.push({
          customer,
          role,
          source,
          distance,
          length,
          position,
          step,
        });
        continue;
      }
      const known = this.best[at];
      const rank =
        distance - known.distance ||
        source - known.source ||
        length - known.length ||
        position - known.position;
      if (rank < 0) {
        known.source = source;
        known.distance = distance;
        known.length = length;
        known.position = position;
        known.step = step;
      }
    }
  }
}

/**
 * Chooses, for each customer and role, the best of all ways in which what walks reached has them.
 *
 * @remarks
 *
 * Linear in what is reached and in the containers above it: a container that was passed before, from nearer by or as
 * near, can only be reached in worse ways.
 *
 * @param walks - by hops alone, and, where the entities have parts, with steps down first; otherwise the same
 * @see docs/derivation.md#one-entry-per-customer-and-role
 */
export function bestCustomers(
  index: GraphIndex,
  walks: { plain: Walk; walk: Walk },
): Candidate[] {
  const { plain, walk } = walks;
  const choice = new Choice(index);
  choice.offerAll(plain);
  if (walk !== plain) {
    choice.offerAll(walk, plain);
  }
  return choice.best;
}
