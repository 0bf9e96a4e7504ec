import { RefTable } from './RefTable';
import { nodeOfState, phaseOfState, stateOf, Walk } from './Walk';

/**
 * What a walk reached: each node once, in the state in which it did so first, by distance, then ref.
 *
 * @param options - nodes to leave out, and a phase in which to stand on a node doesn't count as reaching it
 */
export function reachedBy(
  walk: Walk,
  refs: RefTable,
  options: { beside: ReadonlySet<number>; without?: number },
): Uint32Array {
  const { beside, without } = options;
  // States by rank in place of node, so that they are in order when they are sorted as numbers.
  const reached = new Uint32Array(walk.reached);
  let length = 0;
  let levelStart = 0;
  let level = 0;
  walk.forEachNode(state => {
    const node = nodeOfState(state);
    if (beside.has(node)) {
      return;
    }
    const distance = walk.distance(state);
    if (distance !== level) {
      reached.subarray(levelStart, length).sort();
      levelStart = length;
      level = distance;
    }
    reached[length++] = stateOf(refs.rank(node), phaseOfState(state));
  }, without);
  reached.subarray(levelStart, length).sort();

  const states = reached.subarray(0, length);
  for (let i = 0; i < length; i++) {
    states[i] = stateOf(
      refs.sorted[nodeOfState(states[i])],
      phaseOfState(states[i]),
    );
  }
  return states;
}
