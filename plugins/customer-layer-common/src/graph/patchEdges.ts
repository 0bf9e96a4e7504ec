import { Adjacency } from './Adjacency';
import { row, withRows } from './Paged';

/** Edges that come and go. What comes isn't there yet, and what goes is. */
export type EdgeChanges = {
  readonly added: ReadonlyArray<readonly [from: number, to: number]>;
  readonly removed: ReadonlyArray<readonly [from: number, to: number]>;
};

/** The same changes for the edges in the other direction. */
export const turned = ({ added, removed }: EdgeChanges): EdgeChanges => ({
  added: added.map(([from, to]) => [to, from] as const),
  removed: removed.map(([from, to]) => [to, from] as const),
});

/** How an adjacency is changed: its rows afterwards, and the order of targets. */
export type PatchOptions = {
  rows: number;
  compare: (a: number, b: number) => number;
};

/** Adds and removes edges, and leaves the original as it is. */
export function patchEdges(
  adjacency: Adjacency,
  { added, removed }: EdgeChanges,
  { rows, compare }: PatchOptions,
): Adjacency {
  const changes = new Map<
    number,
    { added: Set<number>; removed: Set<number> }
  >();
  const changesOf = (node: number) => {
    const known = changes.get(node) ?? { added: new Set(), removed: new Set() };
    changes.set(node, known);
    return known;
  };
  removed.forEach(([from, to]) => changesOf(from).removed.add(to));
  added.forEach(([from, to]) => changesOf(from).added.add(to));

  const replaced = new Map<number, ArrayLike<number>>();
  changes.forEach((change, node) => {
    const kept =
      node < adjacency.rows
        ? row(adjacency, node).filter(target => !change.removed.has(target))
        : [];
    replaced.set(node, merged(kept, [...change.added].sort(compare), compare));
  });
  return withRows(adjacency, rows, replaced);
}

function merged(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  compare: (a: number, b: number) => number,
): Uint32Array {
  const both = new Uint32Array(a.length + b.length);
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    both[i + j] =
      j >= b.length || (i < a.length && compare(a[i], b[j]) < 0)
        ? a[i++]
        : b[j++];
  }
  return both;
}

/** What has changed from one row to another. */
export function compareRows(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
): { added: number[]; removed: number[] } {
  const old = new Set(Array.from(before));
  const now = new Set(Array.from(after));
  return {
    added: [...now].filter(target => !old.has(target)),
    removed: [...old].filter(target => !now.has(target)),
  };
}
