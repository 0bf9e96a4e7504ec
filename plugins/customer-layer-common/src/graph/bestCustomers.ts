import { CUSTOMER_ROLES } from '../model/words';
import { CustomerSource } from './answers';
import { degree } from './Adjacency';
import { inheritedFrom } from './ContainerWalk';
import { GraphIndex } from './GraphIndex';
import { row } from './Paged';
import { AS_DEPENDED_UPON, nodeOfState, Walk } from './Walk';

/** In the order of precedence at equal distance. */
export const SOURCES = [
  'declared',
  'inherited',
  'derived',
  'part',
] as const satisfies readonly CustomerSource[];

/** One way in which somebody is a customer; the best one of each customer and role becomes an entry. */
export type Candidate = {
  customer: number;
  /** Position in {@link CUSTOMER_ROLES}. */
  role: number;
  /** Position in {@link SOURCES}; those of one source come from one walk. */
  source: number;
  distance: number;
  /** Refs from the entity whose direct customer this is up to the one that declares it. */
  length: number;
  /** In the order of the walk's paths. */
  order: number;
  walk: Walk;
  state: number;
  declarer: number;
};

/**
 * Chooses, for each customer and role, the best of all ways in which what a walk reached has them.
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
  const best = new Map<number, Candidate>();
  offerCandidates(index, { walk: plain, best });
  if (walk !== plain) {
    offerCandidates(index, { walk, plain, best });
  }
  return [...best.values()];
}

/** Offers every direct customer of what a walk reached; those beyond its starts come from parts if there is a plain walk. */
function offerCandidates(
  index: GraphIndex,
  options: { walk: Walk; plain?: Walk; best: Map<number, Candidate> },
): void {
  const { walk, plain, best } = options;
  const passages = index.scratch.passages(index.refs.size);
  const beyond = SOURCES.indexOf(plain ? 'part' : 'derived');
  // The containers to climb, and how many refs each is away.
  const climb: number[] = [];
  const lengths: number[] = [];
  let order = 0;

  const offer = (candidate: Omit<Candidate, 'customer'>) => {
    const { role, distance, source, length, declarer } = candidate;
    for (const customer of row(index.edges[CUSTOMER_ROLES[role]], declarer)) {
      const key = customer * CUSTOMER_ROLES.length + role;
      const known = best.get(key);
      const rank =
        known &&
        (distance - known.distance ||
          source - known.source ||
          length - known.length ||
          order - known.order);
      if (rank === undefined || rank < 0) {
        best.set(key, { ...candidate, customer });
      }
    }
  };

  const offerAll = (role: number, state: number, distance: number) => {
    const name = CUSTOMER_ROLES[role];
    climb.length = 0;
    lengths.length = 0;
    climb.push(nodeOfState(state));
    lengths.push(1);
    for (let at = 0; at < climb.length; at++) {
      const declarer = climb[at];
      const length = lengths[at];
      const place = declarer * CUSTOMER_ROLES.length + role;
      if (!passages.pass(place, distance, length)) {
        continue;
      }
      if (degree(index.edges[name], declarer)) {
        const source = distance
          ? beyond
          : SOURCES.indexOf(length > 1 ? 'inherited' : 'declared');
        offer({ role, source, distance, length, order, walk, state, declarer });
      }
      for (const container of inheritedFrom(index, declarer, name)) {
        climb.push(container);
        lengths.push(length + 1);
      }
    }
  };

  passages.forget();
  walk.forEachNode(state => {
    order++;
    const distance = walk.distance(state);
    // Only what a step down reaches sooner than hops alone is a part's.
    if (plain && plain.distanceToNode(nodeOfState(state)) === distance) {
      return;
    }
    for (let role = 0; role < CUSTOMER_ROLES.length; role++) {
      offerAll(role, state, distance);
    }
  }, AS_DEPENDED_UPON);
}
