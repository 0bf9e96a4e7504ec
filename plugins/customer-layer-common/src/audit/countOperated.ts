import { CustomerGraph } from '../graph/CustomerGraph';
import { GraphIndex } from '../graph/GraphIndex';
import { operatedByInSteps } from '../graph/operatedBy';
import { takeAllSteps } from '../graph/takeAllSteps';

/** How many deliverable entities each team is an effective operations team of. */
export const countOperated = (index: GraphIndex): ReadonlyMap<number, number> =>
  takeAllSteps(countInSteps(index));

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
  for (const [team, nodes] of yield* operatedByInSteps(index)) {
    const count = nodes.filter(node => index.facts.deliverable(node)).length;
    if (count) {
      counts.set(team, count);
    }
    yield undefined;
  }
  return counts;
}
