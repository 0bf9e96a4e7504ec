import { CUSTOMER_ROLES } from '../model/words';
import { Adjacency } from './Adjacency';
import { CUSTOMER_SOURCES } from './answers';
import { GraphIndex } from './GraphIndex';
import { pageNumber, placeOf, row } from './Paged';

const INTERNAL = CUSTOMER_ROLES.indexOf('internal');
const CONSUMER = CUSTOMER_SOURCES.indexOf('consumer');

/** A team that owns what consumes an entity. */
export type ConsumerTeam = {
  customer: number;
  role: number;
  source: number;
  distance: number;
  /** The nodes from the entity to what the team owns. */
  path: number[];
};

// What a team owns, and the entity's API that this consumes, where it isn't the entity itself.
type Way = { consumer: number; api: number | undefined };

/**
 * The owners of an entity's direct consumers who don't own it themselves.
 *
 * @see docs/derivation.md#consumer-teams
 */
export function consumerTeams(index: GraphIndex, node: number): ConsumerTeam[] {
  const { dependents, apiConsumers, providedApis, owners } = index.edges;
  const teams = new Map<number, Way>();
  offerOwners(index, teams, { consumers: dependents, of: node });
  offerOwners(index, teams, { consumers: apiConsumers, of: node });
  const { offsets, values } = providedApis.pages[pageNumber(node)];
  const place = placeOf(node);
  for (let i = offsets[place]; i < offsets[place + 1]; i++) {
    const api = values[i];
    offerOwners(index, teams, { consumers: apiConsumers, of: api, api });
  }
  if (!teams.size) {
    return [];
  }
  row(owners, node).forEach(owner => teams.delete(owner));
  return Array.from(teams, ([customer, { api, consumer }]) => {
    const path = api === undefined ? [node, consumer] : [node, api, consumer];
    const distance = path.length - 1;
    return { customer, role: INTERNAL, source: CONSUMER, distance, path };
  });
}

function offerOwners(
  index: GraphIndex,
  teams: Map<number, Way>,
  from: { consumers: Adjacency; of: number; api?: number },
): void {
  const { pages } = index.edges.owners;
  const { offsets, values } = from.consumers.pages[pageNumber(from.of)];
  const place = placeOf(from.of);
  for (let i = offsets[place]; i < offsets[place + 1]; i++) {
    const consumer = values[i];
    const owners = pages[pageNumber(consumer)];
    const ownersEnd = owners.offsets[placeOf(consumer) + 1];
    for (let j = owners.offsets[placeOf(consumer)]; j < ownersEnd; j++) {
      const customer = owners.values[j];
      const known = teams.get(customer);
      const way = { consumer, api: from.api };
      if (!known || compareWays(index, way, known) < 0) {
        teams.set(customer, way);
      }
    }
  }
}

// Fewest refs first, then ref by ref.
function compareWays({ refs }: GraphIndex, a: Way, b: Way): number {
  if (a.api === undefined || b.api === undefined) {
    return (
      (a.api === undefined ? 0 : 1) - (b.api === undefined ? 0 : 1) ||
      refs.compare(a.consumer, b.consumer)
    );
  }
  return refs.compare(a.api, b.api) || refs.compare(a.consumer, b.consumer);
}

/** Whether any of the {@link consumerTeams} of an entity exists, as far as these count. */
export function hasConsumerTeam(index: GraphIndex, node: number): boolean {
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
