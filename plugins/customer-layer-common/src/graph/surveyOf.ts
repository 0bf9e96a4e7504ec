import { CUSTOMER_ROLES } from '../model/words';
import { Adjacency, Edges, forEachEdge } from './Adjacency';
import { findComponents, gather } from './components';
import { compress } from './compress';
import { hasConsumerTeam } from './consumerTeams';
import { inheritedFrom } from './ContainerWalk';
import { CustomerGraph } from './CustomerGraph';
import { GraphIndex, serviceNode } from './GraphIndex';
import { inOnePiece, row } from './Paged';

/**
 * What a survey says of one entity.
 *
 * @public
 */
export type SurveyEntry = {
  entityRef: string;
  /** Whether it has an economic customer that exists, from any source. */
  economicCustomer: boolean;
  /** Whether it has a customer that exists, in any role and from any source. */
  anyCustomer: boolean;
  /** Something that it rests on and that no existing entity owns. */
  unownedSupply?: string;
  /** The most critical tier of the customers that it serves, 1 to 4; consumer teams have none. */
  leastTier?: number;
};

const ECONOMIC = 1;
const ANY = 2;
// A bit for each tier above those, the most critical one lowest.
const TIER = 2;
const TIERS = [1, 2, 3, 4];

/**
 * Answers for every deliverable entity at once what {@link layersOf} would answer for one: whether it has customers,
 * how critical they are, and whether all it rests on is owned.
 *
 * @remarks
 *
 * O(entities + relations): what lies on a circle has one answer, and everything else takes over the answers of what
 * comes next.
 *
 * @returns one entry for each deliverable entity, by ref
 * @see docs/derivation.md
 * @public
 */
export function surveyOf(graph: CustomerGraph): SurveyEntry[] {
  const { index } = graph;
  const { refs, facts } = index;
  const customers = customersOfAll(index);
  const supplies = unownedSuppliesOfAll(index);
  const entries: SurveyEntry[] = [];
  for (const node of refs.sorted) {
    if (facts.deliverable(node)) {
      const unowned = supplies(node);
      const reached = customers(node);
      const leastTier = TIERS.find(tier => reached & (1 << (TIER + tier)));
      entries.push({
        entityRef: refs.get(node),
        economicCustomer: (reached & ECONOMIC) !== 0,
        anyCustomer: (reached & ANY) !== 0 || hasConsumerTeam(index, node),
        ...(unowned !== undefined && { unownedSupply: refs.get(unowned) }),
        ...(leastTier && { leastTier }),
      });
    }
  }
  return entries;
}

// States: going down to parts first, then hops between service nodes. Others may follow.
const down = (node: number) => node;

/**
 * A graph of the ways from each node down to its parts and on by hops.
 *
 * @param more - tells what leads on from there, and how many states there are for each node
 */
function waysThrough(
  { parts, refs: { size } }: GraphIndex,
  hops: Adjacency,
  more: { edges: Edges; statesEach: number },
) {
  const service = (serviceNumber: number) => size + serviceNumber;
  return inOnePiece(
    compress(tell => {
      for (let node = 0; node < size; node++) {
        tell(down(node), service(serviceNode(node, 0)));
      }
      forEachEdge(parts, (node, part) => tell(down(node), down(part)));
      forEachEdge(hops, (from, to) => tell(service(from), service(to)));
      more.edges(tell);
    }, size * more.statesEach),
  );
}

// What a customer adds, in bits.
function bitsOf({ facts }: GraphIndex, customer: number, role: number): number {
  if (!facts.held(customer)) {
    return 0;
  }
  const tier = facts.isCustomer(customer)
    ? facts.get(customer)?.customer?.tier
    : undefined;
  return (
    ANY |
    (CUSTOMER_ROLES[role] === 'economic' ? ECONOMIC : 0) |
    (tier ? 1 << (TIER + tier) : 0)
  );
}

/**
 * One graph of all that leads to customers: from a node going down to parts, to the service nodes, and from these up
 * the containers once for each role.
 */
function customersOfAll(index: GraphIndex): (node: number) => number {
  const { size } = index.refs;
  const up = (node: number, role: number) => size * (3 + role) + node;
  const { serves, edges } = index;

  const climbs: Edges = tell => {
    for (let node = 0; node < size; node++) {
      CUSTOMER_ROLES.forEach((role, position) => {
        tell(size + serviceNode(node, 0), up(node, position));
        inheritedFrom(index, node, role).forEach(container =>
          tell(up(node, position), up(container, position)),
        );
      });
    }
  };
  const ways = waysThrough(index, serves, {
    edges: climbs,
    statesEach: 3 + CUSTOMER_ROLES.length,
  });

  const components = findComponents(ways);
  const reached = new Uint8Array(ways.offsets.length);
  gather(ways, components, {
    begin(component, state) {
      const role = Math.floor(state / size) - 3;
      if (role >= 0) {
        for (const customer of row(edges[CUSTOMER_ROLES[role]], state % size)) {
          reached[component] |= bitsOf(index, customer, role);
        }
      }
    },
    join(component, other) {
      reached[component] |= reached[other];
    },
  });
  return node => reached[components.of[down(node)]];
}

const isOwned = ({ edges, facts }: GraphIndex, node: number): boolean =>
  row(edges.owners, node).some(owner => facts.held(owner));

/**
 * Remembers at most two things without an owner on the way, since an entity isn't its own supply: if the one is the
 * entity itself, there is the other.
 */
function unownedSuppliesOfAll(
  index: GraphIndex,
): (node: number) => number | undefined {
  const { size } = index.refs;
  const nodeOf = (state: number) =>
    state < size ? state : Math.floor((state - size) / 2);

  const ways = waysThrough(index, index.restsOn, {
    edges: () => {},
    statesEach: 3,
  });

  const components = findComponents(ways);
  const first = new Int32Array(size * 3).fill(-1);
  const second = new Int32Array(size * 3).fill(-1);
  const note = (component: number, node: number) => {
    if (first[component] < 0) {
      first[component] = node;
    } else if (node !== first[component] && node >= 0) {
      second[component] = node;
    }
  };
  gather(ways, components, {
    begin(component, state) {
      const node = nodeOf(state);
      if (!isOwned(index, node)) {
        note(component, node);
      }
    },
    join(component, other) {
      note(component, first[other]);
      note(component, second[other]);
    },
  });
  return node => {
    const component = components.of[down(node)];
    const found =
      first[component] === node ? second[component] : first[component];
    return found < 0 ? undefined : found;
  };
}
