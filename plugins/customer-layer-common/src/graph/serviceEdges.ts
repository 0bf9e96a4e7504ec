import { degree, EdgeList } from './Adjacency';
import { GraphIndex, serviceNode } from './GraphIndex';

/**
 * Who consumes what, one hop each, between service nodes.
 *
 * @param size - the number of nodes
 * @see docs/derivation.md#serves
 */
export function serviceEdges(
  edges: Pick<
    GraphIndex,
    'containers' | 'parts' | 'dependents' | 'apiConsumers' | 'providedApis'
  >,
  size: number,
): EdgeList {
  const { containers, parts, dependents, apiConsumers, providedApis } = edges;
  const hops = new EdgeList();
  for (const { offsets, targets } of [dependents, apiConsumers, providedApis]) {
    for (let node = 0; node < size; node++) {
      for (let i = offsets[node]; i < offsets[node + 1]; i++) {
        hops.add(serviceNode(node, 0), serviceNode(targets[i], 0));
      }
    }
  }

  // A container as depended upon leads somewhere only if something depends on it or on a container of it.
  const alive = new Uint8Array(size);
  const queue: number[] = [];
  const enliven = (node: number) => {
    if (!alive[node] && degree(parts, node)) {
      alive[node] = 1;
      queue.push(node);
    }
  };
  for (let node = 0; node < size; node++) {
    if (degree(dependents, node)) {
      enliven(node);
    }
  }
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (
      let i = dependents.offsets[node];
      i < dependents.offsets[node + 1];
      i++
    ) {
      hops.add(serviceNode(node, 1), serviceNode(dependents.targets[i], 0));
    }
    for (let i = parts.offsets[node]; i < parts.offsets[node + 1]; i++) {
      const part = parts.targets[i];
      hops.add(serviceNode(part, 0), serviceNode(node, 1));
      enliven(part);
    }
  }
  for (let node = 0; node < size; node++) {
    for (
      let i = containers.offsets[node];
      alive[node] && i < containers.offsets[node + 1];
      i++
    ) {
      if (alive[containers.targets[i]]) {
        hops.add(serviceNode(node, 1), serviceNode(containers.targets[i], 1));
      }
    }
  }
  return hops;
}
