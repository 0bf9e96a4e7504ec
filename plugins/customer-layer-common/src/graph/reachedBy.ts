import { RefTable } from './RefTable';
import { sortRange } from './sortRange';
import { nodeOfState, phaseOfState, stateOf, Walk } from './Walk';

/**
 * What a walk reached beside its starts: each node once, where it was first, by distance, then ref.
 *
 * @param without - to stand on a node in this phase doesn't count as reaching it
 * @returns positions, until the walk is used again
 */
export function reachedBy(
  walk: Walk,
  refs: RefTable,
  without?: number,
): Uint32Array {
  const { states, distances, arranged, reached } = walk;
  let position = 0;
  while (position < reached && !distances[position]) {
    position++;
  }
  let length = 0;
  while (position < reached) {
    const level = distances[position];
    const levelStart = length;
    for (; position < reached && distances[position] === level; position++) {
      if (walk.isFirst(position, without)) {
        const state = states[position];
        // By rank in place of node, so that they are in order when they are sorted as numbers.
        arranged[length++] = stateOf(
          refs.rank(nodeOfState(state)),
          phaseOfState(state),
        );
      }
    }
    sortRange(arranged, levelStart, length);
  }
  for (let i = 0; i < length; i++) {
    const state = arranged[i];
    arranged[i] = walk.positionOf(
      stateOf(refs.sorted[nodeOfState(state)], phaseOfState(state)),
    );
  }
  return arranged.subarray(0, length);
}
