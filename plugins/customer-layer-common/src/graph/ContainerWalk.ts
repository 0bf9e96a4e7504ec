import { degree } from './Adjacency';
import { DeclarationName, GraphIndex } from './GraphIndex';
import { row } from './Paged';

/** Whether an entity declares something itself, `none` included. */
export const declares = (
  { edges, facts }: GraphIndex,
  node: number,
  name: DeclarationName,
): boolean => degree(edges[name], node) > 0 || facts.saysNone(node, name);

/** Whether an entity takes over what its containers have. */
export function inherits(
  index: GraphIndex,
  node: number,
  name: DeclarationName,
): boolean {
  const inheritance = index.facts.inheritance(node);
  return (
    inheritance === 'append' ||
    (inheritance === 'fallback' && !declares(index, node, name))
  );
}

const NOTHING = new Uint32Array();

/** The containers from which an entity takes over what they have; none where it doesn't. */
export const inheritedFrom = (
  index: GraphIndex,
  node: number,
  name: DeclarationName,
): Uint32Array =>
  degree(index.edges.containers, node) && inherits(index, node, name)
    ? row(index.edges.containers, node)
    : NOTHING;

/**
 * Walks up from a node along `partOf`, breadth first, each node once, and stops where inheritance does. Linear in
 * what it visits; the first visit to a node is along the smallest path.
 *
 * @see docs/derivation.md#direct
 */
export class ContainerWalk {
  readonly #seen: Uint32Array;
  #epoch = 0;
  /** The nodes visited, in order. */
  readonly nodes: number[] = [];
  /** For each of {@link nodes}, the position of the one before it on the path, -1 at the start. */
  readonly #previous: number[] = [];

  /** @param size - the number of nodes */
  constructor(size: number) {
    this.#seen = new Uint32Array(size);
  }

  run(index: GraphIndex, start: number, name: DeclarationName): this {
    const { nodes } = this;
    this.#epoch++;
    nodes.length = 0;
    this.#previous.length = 0;
    this.#visit(start, -1);
    for (let position = 0; position < nodes.length; position++) {
      for (const container of inheritedFrom(index, nodes[position], name)) {
        this.#visit(container, position);
      }
    }
    return this;
  }

  /** The nodes from the start to one that was visited. */
  pathTo(node: number): number[] {
    const path: number[] = [];
    let position = this.nodes.indexOf(node);
    for (; position >= 0; position = this.#previous[position]) {
      path.push(this.nodes[position]);
    }
    return path.reverse();
  }

  #visit(node: number, previous: number): void {
    if (this.#seen[node] !== this.#epoch) {
      this.#seen[node] = this.#epoch;
      this.nodes.push(node);
      this.#previous.push(previous);
    }
  }
}
