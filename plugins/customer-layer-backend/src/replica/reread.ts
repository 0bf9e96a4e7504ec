import {
  CustomerGraph,
  EntityChange,
  GraphUpdate,
  updateGraph,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { digest } from '../building/digest';
import { CatalogReader } from '../catalog/CatalogReader';
import { Clock } from './Clock';

/** What came of reading some entities again. */
export type Reread = {
  /** The same as before where nothing changed. */
  graph: CustomerGraph;
  /** What makes the difference. */
  changes: EntityChange[];
  /** All that were read: more than were asked for, since relations have two ends. */
  entityRefs: string[];
  /** Those whose relations are at odds with others', and that are to be read again later. */
  atOdds: string[];
};

// A change draws in the other ends of its relations, and rarely those of theirs.
const ROUNDS = 3;
const AT_ODDS_PER_ROUND = 1_000;

/**
 * Reads entities again, and takes what has changed into a graph.
 *
 * @remarks
 *
 * A relation is known from both its ends, so where they are at odds now, the other end is read again, too. It may say
 * the same as before: the catalog brings the two into line one after the other, and some relations never are.
 */
export async function reread(
  graph: CustomerGraph,
  entityRefs: readonly string[],
  options: { catalog: CatalogReader; clock: Clock; signal: AbortSignal },
): Promise<Reread> {
  const { catalog, clock, signal } = options;
  const asked = new Set(entityRefs);
  const read = new Map<string, EntityChange>();
  let update: GraphUpdate = { graph, changed: [], contradicted: [] };
  let next = entityRefs;
  for (let round = 0; round < ROUNDS && next.length; round++) {
    for (const change of await catalog.reread(next, signal)) {
      read.set(change.entityRef, change);
    }
    update = updateGraph(graph, [...read.values()], {
      digest,
      builtAt: clock.now().toISOString(),
    });
    next = update.contradicted.slice(0, AT_ODDS_PER_ROUND);
  }
  const changed = new Set(update.changed);
  return {
    graph: update.graph,
    changes: [...read.values()].filter(({ entityRef }) =>
      changed.has(entityRef),
    ),
    entityRefs: [...read.keys()],
    atOdds: [
      ...update.contradicted,
      ...[...read.keys()].filter(ref => !asked.has(ref) && !changed.has(ref)),
    ],
  };
}
