import { nodeOfState, Walk } from './Walk';

/** A node that a walk reached, and the state in which it did so first. */
export type Reached = { state: number; node: number; distance: number };

/**
 * What a walk reached, by distance, then ref.
 *
 * @param options - nodes to leave out, and a phase in which to stand on a node doesn't count as reaching it
 */
export function reachedBy(
  walk: Walk,
  options: { beside: ReadonlySet<number>; without?: number },
): Reached[] {
  const reached: Reached[] = [];
  walk.forEachNode(state => {
    const node = nodeOfState(state);
    if (!options.beside.has(node)) {
      reached.push({ state, node, distance: walk.distance(state) });
    }
  }, options.without);
  return reached.sort((a, b) => a.distance - b.distance || a.node - b.node);
}
