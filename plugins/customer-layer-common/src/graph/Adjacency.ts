/**
 * Edges as compressed sparse rows: the targets of node `n` are `targets[offsets[n]]` up to, not including,
 * `targets[offsets[n + 1]]`, ascending and without repeats.
 */
export type Adjacency = {
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
};

/** Edges as they are collected: the i-th runs from `from[i]` to `to[i]`. */
export class EdgeList {
  readonly from: number[] = [];
  readonly to: number[] = [];

  add(from: number, to: number): void {
    this.from.push(from);
    this.to.push(to);
  }
}

function rowOffsets(from: readonly number[], rows: number): Uint32Array {
  const offsets = new Uint32Array(rows + 1);
  for (let i = 0; i < from.length; i++) {
    offsets[from[i] + 1]++;
  }
  for (let row = 0; row < rows; row++) {
    offsets[row + 1] += offsets[row];
  }
  return offsets;
}

/**
 * Compresses edges: O(edges), and a sort within each row.
 *
 * @param rows - the number of nodes that edges can start from
 */
export function compress(edges: EdgeList, rows: number): Adjacency {
  const { from, to } = edges;
  const start = rowOffsets(from, rows);
  const cursor = start.slice(0, rows);
  const targets = new Uint32Array(from.length);
  for (let i = 0; i < from.length; i++) {
    targets[cursor[from[i]]++] = to[i];
  }

  const offsets = new Uint32Array(rows + 1);
  let length = 0;
  for (let row = 0; row < rows; row++) {
    if (start[row + 1] - start[row] > 1) {
      targets.subarray(start[row], start[row + 1]).sort();
    }
    const first = length;
    for (let i = start[row]; i < start[row + 1]; i++) {
      if (length === first || targets[length - 1] !== targets[i]) {
        targets[length++] = targets[i];
      }
    }
    offsets[row + 1] = length;
  }
  return { offsets, targets: targets.slice(0, length) };
}

/** The same edges in the other direction. */
export function transpose(
  { offsets, targets }: Adjacency,
  rows: number,
): Adjacency {
  const reversed = new EdgeList();
  for (let node = 0; node + 1 < offsets.length; node++) {
    for (let i = offsets[node]; i < offsets[node + 1]; i++) {
      reversed.add(targets[i], node);
    }
  }
  return compress(reversed, rows);
}

/** The targets of a node, without a copy. */
export const row = (
  { offsets, targets }: Adjacency,
  node: number,
): Uint32Array => targets.subarray(offsets[node], offsets[node + 1]);

/** How many targets a node has. */
export const degree = ({ offsets }: Adjacency, node: number): number =>
  offsets[node + 1] - offsets[node];
