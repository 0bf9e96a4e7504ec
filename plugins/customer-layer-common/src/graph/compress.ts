import { Adjacency, Edges, forEachEdge } from './Adjacency';
import { laidOver } from './Paged';

const SHORT_ROW = 16;

function sortRow(targets: Uint32Array, start: number, end: number): void {
  let sorted = start + 1;
  while (sorted < end && targets[sorted - 1] <= targets[sorted]) {
    sorted++;
  }
  if (sorted >= end) {
    return;
  }
  if (end - start > SHORT_ROW) {
    targets.subarray(start, end).sort();
    return;
  }
  for (let i = sorted; i < end; i++) {
    const target = targets[i];
    let j = i - 1;
    for (; j >= start && targets[j] > target; j--) {
      targets[j + 1] = targets[j];
    }
    targets[j + 1] = target;
  }
}

/** Edges of one kind, while they are counted first and put in their rows then. */
class Rows {
  readonly #start: Uint32Array;
  #cursor = new Uint32Array(0);
  #targets = new Uint32Array(0);

  constructor(rows: number) {
    this.#start = new Uint32Array(rows + 1);
  }

  count(from: number): void {
    this.#start[from + 1]++;
  }

  lay(): void {
    const start = this.#start;
    for (let at = 1; at < start.length; at++) {
      start[at] += start[at - 1];
    }
    this.#cursor = start.slice(0, -1);
    this.#targets = new Uint32Array(start[start.length - 1]);
  }

  put(from: number, to: number): void {
    this.#targets[this.#cursor[from]++] = to;
  }

  /** Sorted, and without repeats. */
  finish(): Adjacency {
    const start = this.#start;
    const targets = this.#targets;
    const offsets = new Uint32Array(start.length);
    let length = 0;
    for (let at = 0; at + 1 < start.length; at++) {
      sortRow(targets, start[at], start[at + 1]);
      const first = length;
      for (let i = start[at]; i < start[at + 1]; i++) {
        if (length === first || targets[length - 1] !== targets[i]) {
          targets[length++] = targets[i];
        }
      }
      offsets[at + 1] = length;
    }
    return laidOver({
      offsets,
      values: length === targets.length ? targets : targets.slice(0, length),
    });
  }
}

/**
 * Compresses edges of several kinds: O(edges), and a sort within each row. Nodes must be in the order of their refs.
 *
 * @param edges - tells all edges with the number of their kind
 * @param size - `kinds`, and the number of nodes that edges can start from
 */
export function compressKinds(
  edges: (tell: (kind: number, from: number, to: number) => void) => void,
  size: { kinds: number; rows: number },
): Adjacency[] {
  const kinds = Array.from({ length: size.kinds }, () => new Rows(size.rows));
  edges((kind, from) => kinds[kind].count(from));
  kinds.forEach(rows => rows.lay());
  edges((kind, from, to) => kinds[kind].put(from, to));
  return kinds.map(rows => rows.finish());
}

/**
 * Compresses edges of one kind.
 *
 * @param rows - the number of nodes that edges can start from
 */
export function compress(edges: Edges, rows: number): Adjacency {
  const one = new Rows(rows);
  edges(from => one.count(from));
  one.lay();
  edges((from, to) => one.put(from, to));
  return one.finish();
}

/** The same edges in the other direction. */
export const transpose = (adjacency: Adjacency): Adjacency =>
  compress(
    tell => forEachEdge(adjacency, (from, to) => tell(to, from)),
    adjacency.rows,
  );
