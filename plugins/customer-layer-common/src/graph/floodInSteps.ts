import { Adjacency } from './Adjacency';
import { GraphIndex } from './GraphIndex';
import { row } from './Paged';

// So many states are visited at a stretch: a millisecond or two.
const STATES_PER_STEP = 10_000;

/** What is reached by walks that begin at a node: the first of several groups of service nodes, or none. */
export type FirstReached = (node: number) => number | undefined;

/**
 * Finds for every node at once which of several groups a walk from it reaches: down to its parts, then hop by hop. Of
 * several groups the first counts.
 *
 * @remarks
 *
 * It goes backwards from each group in turn to whatever has not been reached yet: O(entities + relations) in all.
 *
 * @param ways.groups - service nodes, those that count most first
 * @param ways.backwards - the hops of the walk, from what they lead to
 * @returns the number of the group
 * @see docs/derivation.md
 */
export function* floodInSteps(
  index: GraphIndex,
  ways: { groups: Iterable<Iterable<number>>; backwards: Adjacency },
): Generator<undefined, FirstReached> {
  const { size } = index.refs;
  const { containers } = index.edges;
  // Service nodes first; behind them each node as one that a walk comes to on its way down.
  const down = size * 2;
  const first = new Int32Array(size * 3).fill(-1);
  const open: number[] = [];
  let group = 0;
  let visited = 0;
  const reach = (state: number) => {
    if (first[state] < 0) {
      first[state] = group;
      open.push(state);
    }
  };
  for (const seeds of ways.groups) {
    for (const seed of seeds) {
      reach(seed);
    }
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (state >= down) {
        for (const container of row(containers, state - down)) {
          reach(down + container);
        }
      } else {
        for (const before of row(ways.backwards, state)) {
          reach(before);
        }
        if (state % 2 === 0) {
          reach(down + state / 2);
        }
      }
      visited++;
      if (visited % STATES_PER_STEP === 0) {
        yield undefined;
      }
    }
    group++;
  }
  return node => (first[down + node] < 0 ? undefined : first[down + node]);
}
