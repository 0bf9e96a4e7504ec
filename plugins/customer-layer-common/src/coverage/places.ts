import { CoverageAspect } from '../api/CoverageApi';
import { declares } from '../graph/ContainerWalk';
import { CustomerGraph } from '../graph/CustomerGraph';
import { GraphIndex } from '../graph/GraphIndex';
import { coveredInSteps, hasNobody } from './covered';

// So many entities are looked at in one step: a millisecond or two.
const ENTITIES_PER_STEP = 5_000;

// Of equal places these come first.
const FIRST_KINDS = ['domain:', 'system:'];

/**
 * The nodes at which something could be declared: those of deliverable kinds that declare nothing of it, `none` included,
 * nor lack it because of a `none` that they inherit.
 */
export function* placeNodesInSteps(
  index: GraphIndex,
  aspect: CoverageAspect,
): Generator<undefined, number[]> {
  const { refs, facts } = index;
  const covered = yield* coveredInSteps(index, aspect);
  const byKind: number[][] = [...FIRST_KINDS.map(() => []), []];
  for (let rank = 0; rank < refs.size; rank++) {
    const node = refs.sorted[rank];
    if (
      facts.deliverable(node) &&
      !declares(index, node, aspect) &&
      !hasNobody(covered, node)
    ) {
      const ref = refs.get(node);
      const kind = FIRST_KINDS.findIndex(first => ref.startsWith(first));
      byKind.at(kind)?.push(node);
    }
    if (rank % ENTITIES_PER_STEP === 0) {
      yield undefined;
    }
  }
  return byKind.flat();
}

/**
 * The refs of all entities at which something could be declared: those of deliverable kinds that declare nothing of it
 * themselves, nor lack it because of a `none` that they inherit. In steps; Domains first, then Systems, then by ref.
 *
 * @public
 */
export function* placesInSteps(
  { index }: CustomerGraph,
  aspect: CoverageAspect,
): Generator<undefined, string[]> {
  const nodes = yield* placeNodesInSteps(index, aspect);
  return nodes.map(node => index.refs.get(node));
}
