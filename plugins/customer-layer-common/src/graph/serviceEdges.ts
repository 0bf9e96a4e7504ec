import { Adjacency, degree, Edges } from './Adjacency';
import { row } from './Paged';
import { GraphIndex, serviceNode } from './GraphIndex';

/** What service edges are made from. */
export type ServiceSource = {
  edges: Pick<
    GraphIndex['edges'],
    'containers' | 'dependents' | 'apiConsumers' | 'providedApis'
  >;
  parts: Adjacency;
};

/**
 * Tells which containers are depended upon, themselves or through a container of theirs: only those lead somewhere as
 * depended upon.
 *
 * @returns 1 for each of them, by node
 */
export function findDependedUpon(
  { edges, parts }: ServiceSource,
  size: number,
): Uint8Array {
  const dependedUpon = new Uint8Array(size);
  const found: number[] = [];
  const find = (node: number) => {
    if (!dependedUpon[node] && degree(parts, node)) {
      dependedUpon[node] = 1;
      found.push(node);
    }
  };
  for (let node = 0; node < size; node++) {
    if (degree(edges.dependents, node)) {
      find(node);
    }
  }
  for (let node = found.pop(); node !== undefined; node = found.pop()) {
    row(parts, node).forEach(find);
  }
  return dependedUpon;
}

/**
 * Tells who consumes a node, itself and as depended upon, one hop each, between service nodes.
 *
 * @see docs/derivation.md#serves
 */
export function tellServiceEdges(
  edges: ServiceSource['edges'],
  options: {
    node: number;
    dependedUpon: Uint8Array;
    tell: (from: number, to: number) => void;
  },
): void {
  const { node, dependedUpon, tell } = options;
  const itself = serviceNode(node, 0);
  const asDependedUpon = serviceNode(node, 1);
  const isDependedUpon = dependedUpon[node] === 1;

  const { dependents, apiConsumers, providedApis, containers } = edges;
  for (const dependent of row(dependents, node)) {
    tell(itself, serviceNode(dependent, 0));
    if (isDependedUpon) {
      tell(asDependedUpon, serviceNode(dependent, 0));
    }
  }
  for (const consumers of [apiConsumers, providedApis]) {
    for (const consumer of row(consumers, node)) {
      tell(itself, serviceNode(consumer, 0));
    }
  }
  for (const container of row(containers, node)) {
    if (dependedUpon[container]) {
      tell(itself, serviceNode(container, 1));
      if (isDependedUpon) {
        tell(asDependedUpon, serviceNode(container, 1));
      }
    }
  }
}

/** Who consumes what, of all nodes. */
export const serviceEdges =
  (source: ServiceSource, dependedUpon: Uint8Array): Edges =>
  tell => {
    for (let node = 0; node < dependedUpon.length; node++) {
      tellServiceEdges(source.edges, { node, dependedUpon, tell });
    }
  };
