import { SupplyEntry } from './answers';
import { GraphIndex, isHeld } from './GraphIndex';
import { Naming } from './Naming';
import { row } from './Paged';
import { operationsTeams } from './operations';
import { reachedBy } from './reachedBy';
import { nodeOfState } from './Walk';
import { inWindow, Window } from './Window';

/** What entities rest on: all of its nodes, and as many entries, with their paths, as were asked for. */
export type Supply = {
  nodes: Uint32Array;
  entries: SupplyEntry[];
  /** Of one entity: the smallest circle by which it rests on itself, from it back to it. */
  circle?: number[];
};

/**
 * Everything that entities rest on, by distance, then ref; never the entities themselves.
 *
 * @param options - `window`: which entries to make
 * @see docs/derivation.md#supply
 */
export function supplyOf(
  index: GraphIndex,
  starts: readonly number[],
  options: { window: Window; naming: Naming },
): Supply {
  const [walk] = index.scratch.walks(index.refs.size);
  const { restsOn: hops, parts, refs } = index;
  walk.run(starts, { hops, parts, refs });
  const reached = reachedBy(walk, refs, { beside: new Set(starts) });
  return {
    nodes: reached.map(nodeOfState),
    entries: Array.from(inWindow(reached, options.window), state =>
      supplyEntry(index, nodeOfState(state), {
        distance: walk.distance(state),
        path: walk.pathTo(state),
        naming: options.naming,
      }),
    ),
    // The start is left by a step down or a hop, so a hop that comes back to it arrives as something new.
    circle: starts.length === 1 ? walk.pathToNode(starts[0]) : undefined,
  };
}

/** An entity as something that others rest on. */
export function supplyEntry(
  index: GraphIndex,
  node: number,
  how: { distance: number; path: readonly number[]; naming: Naming },
): SupplyEntry {
  const { naming } = how;
  const facts = index.facts.get(node);
  return {
    entityRef: index.refs.get(node),
    ...(facts?.title && { title: facts.title }),
    layer: facts?.layer ?? 'unclassified',
    distance: how.distance,
    path: naming.path(how.path),
    owners: naming.path(row(index.edges.owners, node)),
    operationsTeams: naming.path(operationsTeams(index, node)),
    ...responsibility(index, node),
    exists: facts !== undefined,
  };
}

/** Who is responsible for an entity beside us. A provider that the catalog holds is given as its full ref. */
export function responsibility(
  index: GraphIndex,
  node: number,
): Pick<SupplyEntry, 'provider' | 'operatingModel'> {
  const { provider, providerRef, operatingModel } = index.facts.get(node) ?? {};
  const held = providerRef !== undefined && isHeld(index, providerRef);
  return {
    ...(provider && { provider: held ? providerRef : provider }),
    ...(operatingModel && { operatingModel }),
  };
}
