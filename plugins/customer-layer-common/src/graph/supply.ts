import { row } from './Adjacency';
import { SupplyEntry } from './answers';
import { GraphIndex, isHeld } from './GraphIndex';
import { operationsTeams } from './operations';
import { reachedBy } from './reachedBy';

/** What entities rest on: all of its nodes, and as many entries, with their paths, as were asked for. */
export type Supply = {
  nodes: number[];
  entries: SupplyEntry[];
  /** Of one entity: the smallest circle by which it rests on itself, from it back to it. */
  circle?: number[];
};

/**
 * Everything that entities rest on, by distance, then ref; never the entities themselves.
 *
 * @param limit - at most so many entries
 * @see docs/derivation.md#supply
 */
export function supplyOf(
  index: GraphIndex,
  starts: readonly number[],
  limit: number,
): Supply {
  const [walk] = index.walks;
  walk.run(starts, index.restsOn, index.parts);
  const reached = reachedBy(walk, { beside: new Set(starts) });
  return {
    nodes: reached.map(({ node }) => node),
    entries: reached
      .slice(0, limit)
      .map(({ state, node, distance }) =>
        supplyEntry(index, node, distance, walk.pathTo(state)),
      ),
    // The start is left by a step down or a hop, so a hop that comes back to it arrives as something new.
    circle: starts.length === 1 ? walk.pathToNode(starts[0]) : undefined,
  };
}

/** An entity as something that others rest on. */
export function supplyEntry(
  index: GraphIndex,
  node: number,
  distance: number,
  path: readonly number[],
): SupplyEntry {
  const { refs } = index;
  const facts = index.facts[node];
  return {
    entityRef: refs[node],
    ...(facts?.title && { title: facts.title }),
    layer: facts?.layer ?? 'unclassified',
    distance,
    path: path.map(at => refs[at]),
    owners: Array.from(row(index.owners, node), owner => refs[owner]),
    operationsTeams: operationsTeams(index, node).map(team => refs[team]),
    ...responsibility(index, node),
    exists: facts !== undefined,
  };
}

/** Who is responsible for an entity beside us. A provider that the catalog holds is given as its full ref. */
export function responsibility(
  index: GraphIndex,
  node: number,
): Pick<SupplyEntry, 'provider' | 'operatingModel'> {
  const { provider, providerRef, operatingModel } = index.facts[node] ?? {};
  const held = providerRef !== undefined && isHeld(index, providerRef);
  return {
    ...(provider && { provider: held ? providerRef : provider }),
    ...(operatingModel && { operatingModel }),
  };
}
