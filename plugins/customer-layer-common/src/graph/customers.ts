import { CUSTOMER_ROLES, CustomerRole } from '../model/words';
import { row } from './Adjacency';
import { CustomerEntry, CustomerSource } from './answers';
import { compareRefs } from './compareRefs';
import { pathToDeclarer } from './directIndex';
import { GraphIndex } from './GraphIndex';
import { AS_DEPENDED_UPON, nodeOfState, Walk } from './Walk';

const SOURCES: readonly CustomerSource[] = [
  'declared',
  'inherited',
  'derived',
  'part',
];

/** One way in which somebody is a customer; the best one of each customer and role becomes an entry. */
type Candidate = {
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

/** Whether one candidate comes before another by distance, source and path. */
const beats = (a: Candidate, b: Candidate): boolean =>
  (a.distance - b.distance ||
    a.source - b.source ||
    a.length - b.length ||
    a.order - b.order) < 0;

/**
 * Walks from entities to all that consumes them. The second walk, of those with parts, first steps down to these.
 *
 * @returns the walk that reached everything
 * @see docs/derivation.md#derived
 */
export function walkToConsumers(
  index: GraphIndex,
  starts: readonly number[],
): Walk {
  const [plain, withParts] = index.walks;
  plain.run(starts, index.serves);
  const { offsets } = index.parts;
  if (starts.every(node => offsets[node] === offsets[node + 1])) {
    return plain;
  }
  withParts.run(starts, index.serves, index.parts);
  return withParts;
}

/**
 * The customers of entities taken together, one entry per customer and role, consumer teams left out. Call
 * {@link walkToConsumers} first.
 *
 * @param walk - what that returned
 * @see docs/derivation.md#one-entry-per-customer-and-role
 */
export function customersReached(
  index: GraphIndex,
  walk: Walk,
): CustomerEntry[] {
  const [plain] = index.walks;
  const best = new Map<number, Candidate>();
  offerCandidates(index, { walk: plain, beyond: 'derived', best });
  if (walk !== plain) {
    offerCandidates(index, { walk, beyond: 'part', best });
  }
  return [...best.values()].map(candidate => {
    const role = CUSTOMER_ROLES[candidate.role];
    const up = pathToDeclarer(
      index.direct[role],
      nodeOfState(candidate.state),
      candidate.declarer,
    );
    return customerEntry(index, candidate.customer, {
      role,
      source: SOURCES[candidate.source],
      distance: candidate.distance,
      path: candidate.walk.pathTo(candidate.state).concat(up.slice(1)),
    });
  });
}

/** Offers every direct customer of what a walk reached; those beyond its starts are of the source given. */
function offerCandidates(
  index: GraphIndex,
  options: {
    walk: Walk;
    beyond: 'derived' | 'part';
    best: Map<number, Candidate>;
  },
): void {
  const { walk, beyond, best } = options;
  const [plain] = index.walks;
  let order = 0;
  walk.forEachNode(state => {
    order++;
    const node = nodeOfState(state);
    const distance = walk.distance(state);
    // Only what a step down reaches sooner than hops alone is a part's.
    if (beyond === 'part' && plain.distanceToNode(node) === distance) {
      return;
    }
    for (let role = 0; role < CUSTOMER_ROLES.length; role++) {
      const { offsets, targets, declarers, lengths } =
        index.direct[CUSTOMER_ROLES[role]];
      for (let i = offsets[node]; i < offsets[node + 1]; i++) {
        const atOnce = declarers[i] === node ? 'declared' : 'inherited';
        const candidate: Candidate = {
          customer: targets[i],
          role,
          source: SOURCES.indexOf(distance ? beyond : atOnce),
          distance,
          length: lengths[i],
          order,
          walk,
          state,
          declarer: declarers[i],
        };
        const key = targets[i] * CUSTOMER_ROLES.length + role;
        const known = best.get(key);
        if (!known || beats(candidate, known)) {
          best.set(key, candidate);
        }
      }
    }
  }, AS_DEPENDED_UPON);
}

/**
 * The owners of an entity's direct consumers who don't own it themselves.
 *
 * @see docs/derivation.md#consumer-teams
 */
export function consumerTeams(
  index: GraphIndex,
  node: number,
): CustomerEntry[] {
  const { dependents, apiConsumers, providedApis, owners } = index;
  const paths: number[][] = [
    ...Array.from(row(dependents, node), consumer => [node, consumer]),
    ...Array.from(row(apiConsumers, node), consumer => [node, consumer]),
    ...Array.from(row(providedApis, node)).flatMap(api =>
      Array.from(row(apiConsumers, api), consumer => [node, api, consumer]),
    ),
  ];
  const own = new Set(row(owners, node));
  const best = new Map<number, number[]>();
  for (const path of paths) {
    for (const team of row(owners, path[path.length - 1])) {
      const known = best.get(team);
      if (!own.has(team) && (!known || comparePaths(path, known) < 0)) {
        best.set(team, path);
      }
    }
  }
  return [...best].map(([team, path]) =>
    customerEntry(index, team, {
      role: 'internal',
      source: 'consumer',
      distance: path.length - 1,
      path,
    }),
  );
}

/** Economic before internal, then by distance, then by ref. */
export function sortCustomers(entries: CustomerEntry[]): CustomerEntry[] {
  return entries.sort(
    (a, b) =>
      CUSTOMER_ROLES.indexOf(a.role) - CUSTOMER_ROLES.indexOf(b.role) ||
      a.distance - b.distance ||
      compareRefs(a.customerRef, b.customerRef),
  );
}

// Fewest refs first, then ref by ref; nodes compare as refs do.
function comparePaths(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) {
    return a.length - b.length;
  }
  const at = a.findIndex((node, i) => node !== b[i]);
  return at < 0 ? 0 : a[at] - b[at];
}

function customerEntry(
  index: GraphIndex,
  customer: number,
  how: {
    role: CustomerRole;
    source: CustomerSource;
    distance: number;
    path: number[];
  },
): CustomerEntry {
  const facts = index.facts[customer];
  return {
    customerRef: index.refs[customer],
    ...(facts?.title && { title: facts.title }),
    role: how.role,
    ...(how.role === 'internal' && facts?.stage && { stage: facts.stage }),
    ...(facts?.customer?.tier && { tier: facts.customer.tier }),
    source: how.source,
    distance: how.distance,
    path: how.path.map(node => index.refs[node]),
    exists: facts !== undefined,
  };
}
