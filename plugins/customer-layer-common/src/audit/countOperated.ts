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
