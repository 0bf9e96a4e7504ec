import { SupplyEntry } from './answers';
import { GraphIndex } from './GraphIndex';
import { Naming } from './Naming';
import { PathWriter } from './PathWriter';
import { reachedBy } from './reachedBy';
import { supplierOf, supplyEntry } from './Supplier';
import { ITSELF, nodeOfState, stateOf, Walk } from './Walk';
import { Window } from './Window';

/** What entities rest on: all of it by position, and as many entries, with their paths, as were asked for. */
export type Supply = {
  /** As long as the walk isn't used again. */
  walk: Walk;
  positions: Uint32Array;
  entries: SupplyEntry[];
};

/**
 * Everything that entities rest on, by distance, then ref; never the entities themselves.
 *
 * @param options - `window`: which entries to make; `naming`: takes note of what they name
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
  const positions = reachedBy(walk, refs);
  const { offset = 0, limit = Infinity } = options.window;
  const entries = supplyEntries(index, {
    walk,
    shown: positions.subarray(offset, offset + limit),
    naming: options.naming,
  });
  return { walk, positions, entries };
}

function supplyEntries(
  index: GraphIndex,
  { walk, shown, naming }: { walk: Walk; shown: Uint32Array; naming: Naming },
): SupplyEntry[] {
  if (!shown.length) {
    return [];
  }
  const entries = new Array<SupplyEntry>(shown.length);
  const { states, distances } = walk;
  const paths = new PathWriter(index, walk, naming);
  for (let i = 0; i < shown.length; i++) {
    const position = shown[i];
    entries[i] = supplyEntry(
      supplierOf(index, nodeOfState(states[position])),
      { distance: distances[position], path: paths.write(position) },
      naming,
    );
  }
  return entries;
}

/** All that a supply is made of. */
export const nodesIn = ({ walk, positions }: Supply): number[] =>
  Array.from(positions, position => nodeOfState(walk.states[position]));

/** The smallest circle by which an entity rests on itself, from it back to it; of a supply of this one alone. */
export function circleOf({ walk }: Supply, node: number): number[] | undefined {
  // The start is left by a step down or a hop, so a hop that comes back to it arrives as something new.
  let position = walk.positionOf(stateOf(node, ITSELF));
  if (position < 0) {
    return undefined;
  }
  const circle: number[] = [];
  for (; position >= 0; position = walk.previous[position]) {
    circle.push(nodeOfState(walk.states[position]));
  }
  return circle.reverse();
}
