import { hasEdge } from './Adjacency';
import { ConsumedEntry, OperatedEntry, TeamOperations } from './answers';
import { consumedByInSteps } from './consumedBy';
import { CustomerGraph } from './CustomerGraph';
import { GraphIndex } from './GraphIndex';
import { QueryOptions } from './layersOf';
import { LeastTiers } from './leastTiers';
import { operatedByInSteps } from './operatedBy';
import { operationsSource, teamEntry } from './operations';
import { servingInSteps } from './servingEntities';
import { inWindow, truncation } from './Window';

// So many entries are written in one step: a millisecond or two.
const ENTRIES_PER_STEP = 500;

/**
 * What a team operates, and of what it is an internal customer; in steps, between which other work may be done.
 *
 * @param teamRef - a full ref in lower case, of something that the graph mentions
 * @param options - `leastTiers`: how critical what it operates is
 * @see docs/derivation.md#operations
 * @public
 */
export function* teamOperationsInSteps(
  graph: CustomerGraph,
  teamRef: string,
  options: QueryOptions & { leastTiers: LeastTiers },
): Generator<undefined, TeamOperations> {
  const { index } = graph;
  const team = index.refs.find(teamRef)!;
  const operated = (yield* operatedByInSteps(index)).get(team) ?? [];
  const operates = operated.filter(node => index.facts.deliverable(node));
  const served = yield* servingInSteps(index, [team], ['internal']);
  const consumed = (yield* consumedByInSteps(index)).get(team) ?? [];
  const customerOf = [...new Set([...served, ...consumed])]
    .filter(node => index.facts.deliverable(node))
    .sort(index.refs.compare);
  yield undefined;

  const lists = {
    operates: yield* writeInSteps(
      inWindow(operates, options),
      (node): OperatedEntry => {
        const tier = options.leastTiers(index.refs.get(node));
        return {
          ...placeOf(index, node),
          source: operationsSource(index, node, team),
          ...(tier && { leastTier: tier }),
        };
      },
    ),
    customerOf: yield* writeInSteps(
      inWindow(customerOf, options),
      (node): ConsumedEntry => ({
        ...placeOf(index, node),
        source: customerSource(index, node, {
          team,
          direct: served.has(node),
        }),
      }),
    ),
  };
  return {
    ...teamEntry(index, team, options),
    graph: graph.stamp,
    ...lists,
    ...truncation(lists, {
      operates: operates.length,
      customerOf: customerOf.length,
    }),
  };
}

function* writeInSteps<Entry>(
  nodes: readonly number[],
  write: (node: number) => Entry,
): Generator<undefined, Entry[]> {
  const entries: Entry[] = [];
  for (const node of nodes) {
    entries.push(write(node));
    if (entries.length % ENTRIES_PER_STEP === 0) {
      yield undefined;
    }
  }
  return entries;
}

function placeOf(
  index: GraphIndex,
  node: number,
): Pick<OperatedEntry, 'entityRef' | 'title' | 'layer' | 'exists'> {
  const facts = index.facts.get(node);
  return {
    entityRef: index.refs.get(node),
    ...(facts?.title && { title: facts.title }),
    layer: facts?.layer ?? 'unclassified',
    exists: facts !== undefined,
  };
}

function customerSource(
  { edges, refs }: GraphIndex,
  node: number,
  { team, direct }: { team: number; direct: boolean },
): ConsumedEntry['source'] {
  if (!direct) {
    return 'consumer';
  }
  return hasEdge(edges.internal, { from: node, to: team }, refs.compare)
    ? 'declared'
    : 'inherited';
}
