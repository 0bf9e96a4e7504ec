import { hasEdge } from './Adjacency';
import { GraphIndex, nothingLookedUp } from './GraphIndex';
import { row, withRows } from './Paged';
import { compareRows, EdgeChanges, patchEdges, turned } from './patchEdges';
import { patchService } from './patchService';
import { Digest, digestOf, EntityRecord, toggleRevision } from './record';
import {
  codeOf,
  EdgeName,
  EDGES,
  forEachEdgeName,
  isDeclaration,
  isStatedEdge,
  StatedEdge,
  statedEdge,
  statement,
  STATEMENT_BITS,
  statementsOf,
} from './statements';

/** Records by ref; undefined for what the catalog no longer holds. */
export type Records = ReadonlyMap<string, EntityRecord | undefined>;

/**
 * Takes changed records into an index, and leaves the original as it is.
 *
 * @returns the new index, and the nodes at both ends of relations that one of them states and the other doesn't
 */
export function patchIndex(
  before: GraphIndex,
  records: Records,
  digest: Digest,
): { index: GraphIndex; contradicted: number[] } {
  const refs = before.refs.with(newRefs(before, records));
  const byNode = new Map(
    [...records].map(([ref, record]) => [refs.find(ref)!, record]),
  );
  const rows = new Map<number, number[]>();
  byNode.forEach((record, node) => {
    const stated = (record?.statements ?? []).map(({ code, ref }) =>
      statement(refs.find(ref)!, code),
    );
    rows.set(node, stated.sort(refs.comparing(STATEMENT_BITS)));
  });
  const stated: GraphIndex = {
    ...before,
    refs,
    facts: before.facts.with(refs.size, byNode),
    revision: revisionWith(before, records, digest),
    statements: withRows(before.statements, refs.size, rows),
    spelledBy: patchEdges(before.spelledBy, spellingChanges(before, rows), {
      rows: refs.size,
      compare: refs.compare,
    }),
    ...nothingLookedUp(),
  };
  const touched = touchedEdges(before, stated, rows);
  const changes = edgeChanges(stated, touched);
  return {
    index: patchService(before, patchEdgeLists(stated, changes), changes),
    contradicted: contradictedBy(stated, touched),
  };
}

function newRefs({ refs }: GraphIndex, records: Records): string[] {
  const named = new Set(records.keys());
  for (const record of records.values()) {
    record?.statements.forEach(({ ref }) => named.add(ref));
  }
  return [...named].filter(ref => refs.find(ref) === undefined).sort();
}

// What an entity gave to the revision can be told from what the index holds of it.
function revisionWith(
  { refs, facts, statements, revision }: GraphIndex,
  records: Records,
  digest: Digest,
): Uint8Array {
  const next = revision.slice();
  for (const [ref, record] of records) {
    const node = refs.find(ref);
    if (node !== undefined && facts.held(node)) {
      const known = {
        ref,
        text: facts.text(node),
        statements: Array.from(row(statements, node), stated => ({
          code: codeOf(stated),
          ref: refs.get(stated >>> STATEMENT_BITS),
        })),
      };
      toggleRevision(next, digestOf(known, digest));
    }
    if (record) {
      toggleRevision(next, digestOf(record, digest));
    }
  }
  return next;
}

const rowBefore = ({ statements }: GraphIndex, node: number) =>
  node < statements.rows ? row(statements, node) : [];

function spellingChanges(
  before: GraphIndex,
  rows: ReadonlyMap<number, number[]>,
): EdgeChanges {
  const others = (statements: ArrayLike<number>) =>
    Array.from(statements, stated => stated >>> STATEMENT_BITS);
  const added: Array<[number, number]> = [];
  const removed: Array<[number, number]> = [];
  rows.forEach((statements, node) => {
    const change = compareRows(
      others(rowBefore(before, node)),
      others(statements),
    );
    change.added.forEach(other => added.push([other, node]));
    change.removed.forEach(other => removed.push([other, node]));
  });
  return { added, removed };
}

/** The edges of which somebody says something else than before, or whose declarer begins or ceases to count. */
function touchedEdges(
  before: GraphIndex,
  after: GraphIndex,
  rows: ReadonlyMap<number, number[]>,
): StatedEdge[] {
  const touched: StatedEdge[] = [];
  rows.forEach((statements, node) => {
    const change = compareRows(rowBefore(before, node), statements);
    for (const stated of [...change.added, ...change.removed]) {
      touched.push(statedEdge(node, stated));
    }
    if (before.facts.deliverable(node) !== after.facts.deliverable(node)) {
      statements.forEach(stated => touched.push(statedEdge(node, stated)));
      for (const speller of row(after.spelledBy, node)) {
        for (const stated of row(after.statements, speller)) {
          if (stated >>> STATEMENT_BITS === node) {
            touched.push(statedEdge(speller, stated));
          }
        }
      }
    }
  });
  return touched.filter(isStatedEdge);
}

/** Which ends of an edge say it. */
function saidBy({ statements, refs }: GraphIndex, edge: StatedEdge) {
  const { from, to } = edge;
  const says = statementsOf(edge);
  const compare = refs.comparing(STATEMENT_BITS);
  return {
    from: hasEdge(statements, { from, to: says.from }, compare),
    to: hasEdge(statements, { from: to, to: says.to }, compare),
  };
}

/** What comes and what goes, by name. */
function edgeChanges(
  index: GraphIndex,
  touched: readonly StatedEdge[],
): ReadonlyMap<EdgeName, EdgeChanges> {
  const changes = new Map<
    EdgeName,
    { added: Array<[number, number]>; removed: Array<[number, number]> }
  >();
  for (const edge of touched) {
    const { from, to } = edge;
    const name = EDGES[edge.edge];
    const said = saidBy(index, edge);
    const now =
      (said.from || said.to) &&
      (!isDeclaration(name) || index.facts.deliverable(from));
    if (now !== hasEdge(index.edges[name], edge, index.refs.compare)) {
      const ofName = changes.get(name) ?? { added: [], removed: [] };
      changes.set(name, ofName);
      (now ? ofName.added : ofName.removed).push([from, to]);
    }
  }
  return changes;
}

const NO_CHANGES: EdgeChanges = { added: [], removed: [] };

function patchEdgeLists(
  index: GraphIndex,
  changes: ReadonlyMap<EdgeName, EdgeChanges>,
): GraphIndex {
  const options = { rows: index.refs.size, compare: index.refs.compare };
  const of = (name: EdgeName) => changes.get(name) ?? NO_CHANGES;
  const backwards = (name: EdgeName) => turned(of(name));
  const { parts, declaredBy } = index;
  return {
    ...index,
    edges: forEachEdgeName(name =>
      patchEdges(index.edges[name], of(name), options),
    ),
    parts: patchEdges(parts, backwards('containers'), options),
    declaredBy: {
      economic: patchEdges(declaredBy.economic, backwards('economic'), options),
      internal: patchEdges(declaredBy.internal, backwards('internal'), options),
    },
  };
}

/** Those held entities of which one states a touched edge and the other, at its other end, doesn't. */
function contradictedBy(
  index: GraphIndex,
  touched: readonly StatedEdge[],
): number[] {
  const contradicted = new Set<number>();
  for (const edge of touched) {
    const { from, to } = edge;
    const said = saidBy(index, edge);
    if (
      said.from !== said.to &&
      index.facts.held(from) &&
      index.facts.held(to)
    ) {
      contradicted.add(from).add(to);
    }
  }
  return [...contradicted].sort(index.refs.compare);
}
