import { CustomerGraph } from '../graph/CustomerGraph';
import { GraphIndex } from '../graph/GraphIndex';
import { operationsTeams } from '../graph/operations';

/** How many deliverable entities each team is an effective operations team of. */
export function countOperated(index: GraphIndex): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (let node = 0; node < index.refs.size; node++) {
    if (index.facts.deliverable(node)) {
      for (const team of operationsTeams(index, node)) {
        counts.set(team, (counts.get(team) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/**
 * The teams in the catalog that operate something, by ref.
 *
 * @public
 */
export const operatingTeams = ({ index }: CustomerGraph): string[] =>
  [...countOperated(index).keys()]
    .filter(team => index.facts.held(team))
    .sort(index.refs.compare)
    .map(team => index.refs.get(team));
