import { CustomErrorBase } from '@backstage/errors';
import {
  CustomerGraph,
  decodeGraph,
  GraphFormatError,
  updateGraph,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { digest } from '../building/digest';
import { DamagedSnapshotError } from '../database/DamagedSnapshotError';
import { GraphState, GraphStore, JournalEntry } from '../database/GraphStore';
import { KeptGraph } from '../services/GraphKeeper';

/** The journal doesn't lead to the graph that was published. */
export class JournalError extends CustomErrorBase {
  name = 'JournalError' as const;
}

/** What came of following what is published. */
export type CaughtUp =
  | { outcome: 'current' }
  | { outcome: 'advanced'; kept: KeptGraph }
  /** There is no snapshot, so that the reader has yet to write one. */
  | { outcome: 'nothing' }
  /** Neither snapshot nor journal lead to what is published. */
  | {
      outcome: 'lost';
      why: DamagedSnapshotError | GraphFormatError | JournalError;
    };

/** The graph that is kept, if it is the one that is published. */
export const publishedGraph = (
  kept: KeptGraph | undefined,
  { sequence, revision }: GraphState,
): CustomerGraph | undefined =>
  kept?.sequence === sequence && kept.graph.revision === revision
    ? kept.graph
    : undefined;

// All at once, since an update costs about the same however much it changes.
function follow(
  graph: CustomerGraph,
  entries: readonly JournalEntry[],
): CustomerGraph {
  const last = entries.at(-1);
  if (!last) {
    return graph;
  }
  const { graph: updated } = updateGraph(
    graph,
    entries.flatMap(({ changes }) => changes),
    { digest, builtAt: last.builtAt },
  );
  if (updated.revision !== last.revision) {
    throw new JournalError(
      `At sequence ${last.sequence} the journal leads to revision "${updated.revision}", but "${last.revision}" was published`,
    );
  }
  return updated;
}

async function followJournal(
  store: GraphStore,
  { graph, sequence }: KeptGraph,
): Promise<KeptGraph> {
  const entries = await store.changesAfter(sequence);
  if (!entries) {
    throw new JournalError(
      `The journal doesn't lead on from sequence ${sequence}`,
    );
  }
  return {
    graph: follow(graph, entries),
    sequence: entries.at(-1)?.sequence ?? sequence,
  };
}

function explained(error: unknown): CaughtUp {
  if (
    error instanceof DamagedSnapshotError ||
    error instanceof GraphFormatError ||
    error instanceof JournalError
  ) {
    return { outcome: 'lost', why: error };
  }
  throw error;
}

/**
 * Gets from the graph that is kept to the one that is published: by the journal, or where that doesn't lead there, from
 * the snapshot.
 *
 * @throws what the database throws
 */
export async function catchUp(
  store: GraphStore,
  kept: KeptGraph | undefined,
  state: GraphState,
): Promise<CaughtUp> {
  if (!state.sequence || publishedGraph(kept, state)) {
    return { outcome: 'current' };
  }
  try {
    if (kept && kept.sequence < state.sequence) {
      return { outcome: 'advanced', kept: await followJournal(store, kept) };
    }
  } catch (error) {
    explained(error);
  }
  try {
    const snapshot = await store.snapshot();
    if (!snapshot) {
      return { outcome: 'nothing' };
    }
    const { bytes, sequence } = snapshot;
    const graph = decodeGraph(bytes);
    return {
      outcome: 'advanced',
      kept: await followJournal(store, { graph, sequence }),
    };
  } catch (error) {
    const lost = explained(error);
    const now = await store.state();
    return now.snapshotSequence === state.snapshotSequence
      ? lost
      : catchUp(store, kept, now);
  }
}
