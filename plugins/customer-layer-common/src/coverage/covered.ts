import { CoverageAspect } from '../api/CoverageApi';
import { degree } from '../graph/Adjacency';
import { GraphIndex } from '../graph/GraphIndex';
import { row } from '../graph/Paged';
import { CoverageFlood } from './CoverageFlood';

/** What has a customer or an operations team, by state of a {@link CoverageFlood}. */
export type Covered = {
  flood: CoverageFlood;
  /** Not 0 for what is covered. Nobody writes in it. */
  marks: Uint8Array;
  /** By the same states, not 0 where `none` is said at an entity, or where it inherits from. */
  nones: Uint8Array;
};

const kept = new WeakMap<GraphIndex, Map<CoverageAspect, Covered>>();

/** Whether an entity declares somebody who exists. */
export const declaresSomebody = (
  { edges, facts }: GraphIndex,
  node: number,
  aspect: CoverageAspect,
): boolean =>
  degree(edges[aspect], node) > 0 &&
  row(edges[aspect], node).some(somebody => facts.held(somebody));

/** Some nodes, found while they are gone through. */
export function* nodesWhere(
  { refs }: GraphIndex,
  holds: (node: number) => boolean,
): Generator<number> {
  for (let node = 0; node < refs.size; node++) {
    if (holds(node)) {
      yield node;
    }
  }
}

/**
 * Finds out what has customers in a role, or declared operations teams, worked out once for a graph:
 * O(entities + relations). Consumer teams, and owners that stand in, are left out.
 */
export function* coveredInSteps(
  index: GraphIndex,
  aspect: CoverageAspect,
): Generator<undefined, Covered> {
  const known = kept.get(index)?.get(aspect);
  if (known) {
    return known;
  }
  const flood = yield* CoverageFlood.prepareInSteps(index, aspect);
  const marks = new Uint8Array(flood.states);
  yield* flood.inSteps(
    nodesWhere(index, node => declaresSomebody(index, node, aspect)),
    { marks },
  );
  const nones = new Uint8Array(flood.states);
  yield* flood.inSteps(
    nodesWhere(index, node => index.facts.saysNone(node, aspect)),
    { marks: nones },
  );
  const covered = { flood, marks, nones };
  kept.set(index, (kept.get(index) ?? new Map()).set(aspect, covered));
  return covered;
}

/** Whether a node is covered, by whatever source. */
export const isCovered = ({ flood, marks }: Covered, node: number): boolean =>
  marks[flood.whole(node)] !== 0;

/** Whether a node isn't covered, and somebody said that this is right. */
export const hasNobody = (covered: Covered, node: number): boolean =>
  covered.nones[covered.flood.up(node)] !== 0 && !isCovered(covered, node);
