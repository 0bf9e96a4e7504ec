import { CUSTOMER_ROLES } from '../model/words';
import { Edges } from './Adjacency';
import { findComponents, gather } from './components';
import { compress } from './compress';
import { inherits } from './ContainerWalk';
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

const waysThrough = (edges: Edges, states: number) =>
  inOnePiece(compress(edges, states));

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
  const down = (node: number) => node;
  const service = (serviceNumber: number) => size + serviceNumber;
  const up = (node: number, role: number) => size * (3 + role) + node;
  const { serves, parts, edges } = index;

  const ways = waysThrough(tell => {
    for (let node = 0; node < size; node++) {
      tell(down(node), service(serviceNode(node, 0)));
      row(parts, node).forEach(part => tell(down(node), down(part)));
      CUSTOMER_ROLES.forEach((role, position) => {
        tell(service(serviceNode(node, 0)), up(node, position));
        if (inherits(index, node, role)) {
          row(edges.containers, node).forEach(container =>
            tell(up(node, position), up(container, position)),
          );
        }
      });
    }
    for (let from = 0; from < size * 2; from++) {
      row(serves, from).forEach(to => tell(service(from), service(to)));
    }
  }, size * (3 + CUSTOMER_ROLES.length));

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
  const down = (node: number) => node;
  const service = (serviceNumber: number) => size + serviceNumber;
  const nodeOf = (state: number) =>
    state < size ? state : Math.floor((state - size) / 2);

  const ways = waysThrough(tell => {
    for (let node = 0; node < size; node++) {
      tell(down(node), service(serviceNode(node, 0)));
      row(index.parts, node).forEach(part => tell(down(node), down(part)));
    }
    for (let from = 0; from < size * 2; from++) {
      row(index.restsOn, from).forEach(to => tell(service(from), service(to)));
    }
  }, size * 3);

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

function hasConsumerTeam(index: GraphIndex, node: number): boolean {
  const { owners, dependents, apiConsumers, providedApis } = index.edges;
  const own = row(owners, node);
  const isForeign = (consumer: number) =>
    row(owners, consumer).some(
      owner => index.facts.held(owner) && !own.includes(owner),
    );
  return (
    index.rules.teamsAreInternalCustomers &&
    (row(dependents, node).some(isForeign) ||
      row(apiConsumers, node).some(isForeign) ||
      row(providedApis, node).some(api =>
        row(apiConsumers, api).some(isForeign),
      ))
  );
}
