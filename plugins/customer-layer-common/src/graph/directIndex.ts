import { Adjacency } from './Adjacency';
import { Inheritance } from '../model/words';

/**
 * What every entity has directly for one declaration: the i-th entry of a node, at `offsets[node] + i`, is `target`,
 * declared by `declarer`, which is `lengths` refs away, the entity itself included.
 */
export type DirectIndex = {
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly declarers: Uint32Array;
  readonly lengths: Uint32Array;
  /** By node: 1 if anything on the way up declares something, `none` included. */
  readonly said: Uint8Array;
  /** Scratch space, used by one question at a time. */
  readonly walk: ContainerWalk;
};

/** What the walk up the containers looks at. */
export type ContainerGraph = {
  containers: Adjacency;
  targets: Adjacency;
  said: Uint8Array;
  inheritance: (node: number) => Inheritance | undefined;
};

/**
 * Walks up from a node along `partOf`, breadth first, each node once, and stops where inheritance does. Linear in
 * what it visits; the first visit to a node is along the smallest path.
 *
 * @see docs/derivation.md#direct
 */
export class ContainerWalk {
  readonly #graph: ContainerGraph;
  readonly #seen: Uint32Array;
  #epoch = 0;
  /** The nodes visited, in order. */
  readonly nodes: number[] = [];
  /** For each of {@link nodes}, the position of the one before it on the path, -1 at the start. */
  readonly previous: number[] = [];

  constructor(graph: ContainerGraph, size: number) {
    this.#graph = graph;
    this.#seen = new Uint32Array(size);
  }

  run(start: number): void {
    const { nodes, previous } = this;
    const { containers, said, inheritance } = this.#graph;
    const epoch = ++this.#epoch;
    nodes.length = 0;
    previous.length = 0;
    nodes.push(start);
    previous.push(-1);
    this.#seen[start] = epoch;
    for (let position = 0; position < nodes.length; position++) {
      const node = nodes[position];
      const from = containers.offsets[node];
      const to = containers.offsets[node + 1];
      if (from === to) {
        continue;
      }
      const mode = inheritance(node) ?? 'fallback';
      if (mode === 'none' || (mode === 'fallback' && said[node])) {
        continue;
      }
      for (let i = from; i < to; i++) {
        const container = containers.targets[i];
        if (this.#seen[container] !== epoch) {
          this.#seen[container] = epoch;
          nodes.push(container);
          previous.push(position);
        }
      }
    }
  }

  /** The nodes from the start to the one at a position. */
  pathTo(position: number): number[] {
    const path: number[] = [];
    for (let at = position; at >= 0; at = this.previous[at]) {
      path.push(this.nodes[at]);
    }
    return path.reverse();
  }
}

/** Works out what every entity has directly, in one pass. */
export function buildDirectIndex(
  graph: ContainerGraph,
  size: number,
): DirectIndex {
  const walk = new ContainerWalk(graph, size);
  const { targets: own } = graph;
  const offsets = new Uint32Array(size + 1);
  const said = new Uint8Array(size);
  const targets: number[] = [];
  const declarers: number[] = [];
  const lengths: number[] = [];
  // The last node for which a target was taken.
  const taken = new Int32Array(size).fill(-1);

  for (let node = 0; node < size; node++) {
    walk.run(node);
    const depth: number[] = [];
    for (let position = 0; position < walk.nodes.length; position++) {
      const declarer = walk.nodes[position];
      depth.push(position ? depth[walk.previous[position]] + 1 : 1);
      said[node] ||= graph.said[declarer];
      for (let i = own.offsets[declarer]; i < own.offsets[declarer + 1]; i++) {
        if (taken[own.targets[i]] !== node) {
          taken[own.targets[i]] = node;
          targets.push(own.targets[i]);
          declarers.push(declarer);
          lengths.push(depth[position]);
        }
      }
    }
    offsets[node + 1] = targets.length;
  }
  return {
    offsets,
    targets: Uint32Array.from(targets),
    declarers: Uint32Array.from(declarers),
    lengths: Uint32Array.from(lengths),
    said,
    walk,
  };
}

/** The nodes from an entity up to one that declares something for it. */
export function pathToDeclarer(
  { walk }: DirectIndex,
  node: number,
  declarer: number,
): number[] {
  if (node === declarer) {
    return [node];
  }
  walk.run(node);
  return walk.pathTo(walk.nodes.indexOf(declarer));
}
