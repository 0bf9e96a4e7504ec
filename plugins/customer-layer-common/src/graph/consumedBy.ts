import { addTo } from './addTo';
import { Adjacency } from './Adjacency';
import { GraphIndex } from './GraphIndex';
import { row } from './Paged';

// So many nodes and consumers are looked at in one step: a millisecond or so.
const LOOKS_PER_STEP = 2_000;

/** Each team with the deliverable nodes that it consumes, by owning what uses them directly; in the order of refs. */
export type ConsumedBy = ReadonlyMap<number, readonly number[]>;

const kept = new WeakMap<GraphIndex, ConsumedBy>();

/**
 * What each team consumes without owning it, worked out once for a graph.
 *
 * @see docs/derivation.md#consumer-teams
 */
export function* consumedByInSteps(
  index: GraphIndex,
): Generator<undefined, ConsumedBy> {
  const known = kept.get(index);
  if (known) {
    return known;
  }
  const { dependents, apiConsumers, providedApis, owners } = index.edges;
  const consumed = new Map<number, number[]>();
  let looks = 0;
  for (const node of index.refs.sorted) {
    looks++;
    if (looks % LOOKS_PER_STEP === 0) {
      yield undefined;
    }
    if (
      !index.rules.teamsAreInternalCustomers ||
      !index.facts.deliverable(node)
    ) {
      continue;
    }
    const own = new Set<number>(row(owners, node));
    const ways: Array<[Adjacency, number]> = [
      [dependents, node],
      [apiConsumers, node],
      ...Array.from(row(providedApis, node), (api): [Adjacency, number] => [
        apiConsumers,
        api,
      ]),
    ];
    const teams = new Set<number>();
    for (const [consumers, of] of ways) {
      for (const consumer of row(consumers, of)) {
        row(owners, consumer).forEach(team => teams.add(team));
        looks++;
        if (looks % LOOKS_PER_STEP === 0) {
          yield undefined;
        }
      }
    }
    for (const team of teams) {
      if (!own.has(team)) {
        addTo(consumed, team, node);
      }
    }
  }
  kept.set(index, consumed);
  return consumed;
}
