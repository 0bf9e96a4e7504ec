import { CustomerGraph } from '../graph/CustomerGraph';
import { GraphIndex } from '../graph/GraphIndex';
import { operationsTeams } from '../graph/operations';

// What is worked out at a stretch, in nodes: a fraction of a millisecond.
const NODES_PER_STEP = 500;

/** How many deliverable entities each team is an effective operations team of. */
export function countOperated(index: GraphIndex): ReadonlyMap<number, number> {
  const steps = countInSteps(index);
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      return value;
    }
  }
}

/**
 * The teams in the catalog that operate something, by ref. Between two steps other work may be done.
 *
 * @public
 */
export function* operatingTeamsInSteps({
  index,
}: CustomerGraph): Generator<undefined, string[]> {
  const counts = yield* countInSteps(index);
  return [...counts.keys()]
    .filter(team => index.facts.held(team))
    .sort(index.refs.compare)
    .map(team => index.refs.get(team));
}

function* countInSteps(
  index: GraphIndex,
): Generator<undefined, Map<number, number>> {
  const counts = new Map<number, number>();
  for (let node = 0; node < index.refs.size; node++) {
    if (index.facts.deliverable(node)) {
      for (const team of operationsTeams(index, node)) {
        counts.set(team, (counts.get(team) ?? 0) + 1);
      }
    }
    if (node % NODES_PER_STEP === 0) {
      yield undefined;
    }
  }
  return counts;
}
