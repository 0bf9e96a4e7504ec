import { addTo } from './addTo';
import { GraphIndex } from './GraphIndex';
import { operationsTeams } from './operations';

// What is worked out at a stretch, in nodes: a fraction of a millisecond.
const NODES_PER_STEP = 500;

/** Each effective operations team with the nodes that it operates, in the order of refs. */
export type OperatedBy = ReadonlyMap<number, readonly number[]>;

const kept = new WeakMap<GraphIndex, OperatedBy>();

/** What each team operates, worked out once for a graph. */
export function* operatedByInSteps(
  index: GraphIndex,
): Generator<undefined, OperatedBy> {
  const known = kept.get(index);
  if (known) {
    return known;
  }
  const operated = new Map<number, number[]>();
  for (let rank = 0; rank < index.refs.size; rank++) {
    const node = index.refs.sorted[rank];
    for (const team of operationsTeams(index, node)) {
      addTo(operated, team, node);
    }
    if (rank % NODES_PER_STEP === 0) {
      yield undefined;
    }
  }
  kept.set(index, operated);
  return operated;
}
