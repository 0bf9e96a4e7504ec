import { Page } from './Paged';

/** Edges in one piece. */
type Edges = Page<Uint32Array>;

/** The strongly connected parts of a graph. */
export type Components = {
  /** The component of each node. No edge leads to a component of a greater number. */
  readonly of: Uint32Array;
  /** All nodes, component by component, ascending. */
  readonly nodes: Uint32Array;
};

/** Finds the strongly connected parts of a graph: O(nodes + edges), after Tarjan. */
export function findComponents({ offsets, values }: Edges): Components {
  const size = offsets.length - 1;
  // Visits count from 1; 0 is unvisited.
  const visited = new Uint32Array(size);
  const lowest = new Uint32Array(size);
  const of = new Uint32Array(size).fill(size);
  const nodes = new Uint32Array(size);
  const open = new Uint32Array(size);
  const path = new Uint32Array(size);
  const next = offsets.slice(0, size);
  let visits = 0;
  let opened = 0;
  let closed = 0;
  let count = 0;

  for (let root = 0; root < size; root++) {
    let depth = visited[root] ? 0 : 1;
    path[0] = root;
    while (depth) {
      const node = path[depth - 1];
      if (!visited[node]) {
        visited[node] = ++visits;
        lowest[node] = visits;
        open[opened++] = node;
      }
      if (next[node] < offsets[node + 1]) {
        const target = values[next[node]++];
        if (!visited[target]) {
          path[depth++] = target;
        } else if (of[target] === size) {
          lowest[node] = Math.min(lowest[node], visited[target]);
        }
        continue;
      }
      depth--;
      if (depth) {
        const before = path[depth - 1];
        lowest[before] = Math.min(lowest[before], lowest[node]);
      }
      if (lowest[node] === visited[node]) {
        let member;
        do {
          member = open[--opened];
          of[member] = count;
          nodes[closed++] = member;
        } while (member !== node);
        count++;
      }
    }
  }
  return { of, nodes };
}

/**
 * Goes through a graph so that what a node leads to comes before it: O(nodes + edges).
 *
 * @param join - takes what `other` has into what `component` has; the two may be the same
 * @param begin - takes what a node has of itself into its component
 */
export function gather(
  { offsets, values }: Edges,
  { of, nodes }: Components,
  take: {
    begin(component: number, node: number): void;
    join(component: number, other: number): void;
  },
): void {
  for (const node of nodes) {
    const component = of[node];
    take.begin(component, node);
    for (let i = offsets[node]; i < offsets[node + 1]; i++) {
      const other = of[values[i]];
      if (other !== component) {
        take.join(component, other);
      }
    }
  }
}
