import { GraphIndex, serviceNode } from './GraphIndex';
import { row } from './Paged';
import { compareRows, EdgeChanges, patchEdges, turned } from './patchEdges';
import { findDependedUpon, tellServiceEdges } from './serviceEdges';
import { EdgeName } from './statements';

const SOURCES = [
  'containers',
  'dependents',
  'apiConsumers',
  'providedApis',
] as const satisfies readonly EdgeName[];

/**
 * Makes the service graph follow the edges that it is made from.
 *
 * @param after - it still has the service graph from before
 * @param changes - of its edges
 */
export function patchService(
  before: GraphIndex,
  after: GraphIndex,
  changes: ReadonlyMap<EdgeName, EdgeChanges>,
): GraphIndex {
  const { size } = after.refs;
  const known = before.refs.size;
  if (size === known && !SOURCES.some(name => changes.has(name))) {
    return after;
  }
  const dependedUpon = findDependedUpon(after, size);
  const stale = new Set<number>();
  for (const name of SOURCES) {
    const { added = [], removed = [] } = changes.get(name) ?? {};
    [...added, ...removed].forEach(([from]) => stale.add(from));
  }
  for (let node = 0; node < size; node++) {
    if (dependedUpon[node] !== (before.dependedUpon[node] ?? 0)) {
      stale.add(node);
      row(after.parts, node).forEach(part => stale.add(part));
    }
  }

  const added: Array<[number, number]> = [];
  const removed: Array<[number, number]> = [];
  for (const node of stale) {
    const told = new Map<number, number[]>([
      [serviceNode(node, 0), []],
      [serviceNode(node, 1), []],
    ]);
    tellServiceEdges(after.edges, {
      node,
      dependedUpon,
      tell: (from, to) => told.get(from)!.push(to),
    });
    told.forEach((targets, from) => {
      const change = compareRows(
        node < known ? row(before.serves, from) : [],
        targets,
      );
      change.added.forEach(to => added.push([from, to]));
      change.removed.forEach(to => removed.push([from, to]));
    });
  }
  const options = { rows: size * 2, compare: after.refs.comparing(1) };
  return {
    ...after,
    dependedUpon,
    serves: patchEdges(before.serves, { added, removed }, options),
    restsOn: patchEdges(before.restsOn, turned({ added, removed }), options),
  };
}
