import { degree, hasEdge } from './Adjacency';
import { compareRefs } from './compareRefs';
import { CustomerGraph } from './CustomerGraph';
import { EntityChange } from './EntityChange';
import { GraphIndex } from './GraphIndex';
import { patchIndex } from './patchIndex';
import { Digest, EntityRecord, printRevision, recordOf } from './record';
import { statement, STATEMENT_BITS } from './statements';

/**
 * What came of an update.
 *
 * @public
 */
export type GraphUpdate = {
  /** The same graph as before when the changes make no difference to it. */
  graph: CustomerGraph;
  /** Refs of the entities that differ from before, sorted. */
  changed: string[];
  /**
   * Refs of entities that say of a relation what its other end, read just now, no longer says, or don't say what that
   * says: read them again. Sorted.
   */
  contradicted: string[];
};

/**
 * Takes changes into a graph.
 *
 * @remarks
 *
 * The graph remains as it is; the new one shares with it whatever the changes leave alone. Answers and revision are as
 * if it had been built anew from the changed catalog. In proportion to the changes, and to the number of entities with
 * a very small factor.
 *
 * @param changes - of one ref given twice, the last counts
 * @param options - `builtAt` is when the changes were read, in ISO 8601; `digest` is the one that the graph was built with
 * @public
 */
export function updateGraph(
  graph: CustomerGraph,
  changes: readonly EntityChange[],
  options: { digest: Digest; builtAt: string },
): GraphUpdate {
  const { rules } = graph;
  const last = new Map(changes.map(change => [change.entityRef, change]));
  const records = new Map<string, EntityRecord | undefined>();
  for (const { entityRef, entity } of last.values()) {
    const record = entity && recordOf(entity, rules);
    if (differs(graph.index, entityRef, record)) {
      records.set(entityRef, record);
    }
  }
  if (!records.size) {
    return { graph, changed: [], contradicted: [] };
  }

  const { index, contradicted } = patchIndex(
    graph.index,
    records,
    options.digest,
  );
  return {
    graph: new CustomerGraph(
      {
        revision: printRevision(index.revision, options.digest),
        builtAt: options.builtAt,
      },
      index,
    ),
    changed: [...records.keys()].sort(compareRefs),
    contradicted: contradicted
      .map(node => index.refs.get(node))
      // Those are as new as what contradicts them.
      .filter(ref => !last.has(ref)),
  };
}

// Whether a record differs from what the graph holds.
function differs(
  index: GraphIndex,
  entityRef: string,
  record: EntityRecord | undefined,
): boolean {
  const node = index.refs.find(entityRef);
  if (node === undefined || !index.facts.held(node)) {
    return record !== undefined;
  }
  const compare = index.refs.comparing(STATEMENT_BITS);
  return (
    record?.text !== index.facts.text(node) ||
    record.statements.length !== degree(index.statements, node) ||
    record.statements.some(({ code, ref }) => {
      const other = index.refs.find(ref);
      return (
        other === undefined ||
        !hasEdge(
          index.statements,
          { from: node, to: statement(other, code) },
          compare,
        )
      );
    })
  );
}
