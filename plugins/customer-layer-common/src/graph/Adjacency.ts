import { pageNumber, Paged, placeOf } from './Paged';

/** Edges: row `n` has the targets of node `n`, in the order of their refs and without repeats. */
export type Adjacency = Paged<Uint32Array>;

/** Tells edges one by one, in any order; told twice, it tells the same. */
export type Edges = (tell: (from: number, to: number) => void) => void;

/** How many targets a node has. */
export function degree({ pages }: Adjacency, node: number): number {
  const { offsets } = pages[pageNumber(node)];
  const place = placeOf(node);
  return offsets[place + 1] - offsets[place];
}

/** Whether there is an edge: O(log degree), in an adjacency whose rows are in this order. */
export function hasEdge(
  { pages, rows }: Adjacency,
  edge: { from: number; to: number },
  compare: (a: number, b: number) => number,
): boolean {
  if (edge.from >= rows) {
    return false;
  }
  const { offsets, values } = pages[pageNumber(edge.from)];
  const place = placeOf(edge.from);
  let low = offsets[place];
  let high = offsets[place + 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(values[middle], edge.to) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < offsets[place + 1] && values[low] === edge.to;
}

/** How many edges there are. */
export const countEdges = ({ pages }: Adjacency): number =>
  pages.reduce(
    (sum, { offsets }) => sum + offsets[offsets.length - 1] - offsets[0],
    0,
  );

/** Goes through all edges. */
export function forEachEdge(
  { pages, rows }: Adjacency,
  visit: (from: number, to: number) => void,
): void {
  for (let node = 0; node < rows; node++) {
    const { offsets, values } = pages[pageNumber(node)];
    const place = placeOf(node);
    for (let i = offsets[place]; i < offsets[place + 1]; i++) {
      visit(node, values[i]);
    }
  }
}
