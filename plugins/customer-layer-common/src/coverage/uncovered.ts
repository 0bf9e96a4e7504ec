import {
  CoverageApi,
  CoverageAspect,
  UncoveredEntity,
} from '../api/CoverageApi';
import { CustomerGraph } from '../graph/CustomerGraph';
import { row } from '../graph/Paged';
import { coveredInSteps, hasNobody, isCovered } from './covered';

// So many entities are looked at in one step: a millisecond or two.
const ENTITIES_PER_STEP = 5_000;

/** Which of the entities that lack something are wanted; all where nothing is given. @public */
export type UncoveredFilters = Pick<
  Parameters<CoverageApi['getUncovered']>[0],
  'kind' | 'type' | 'owner' | 'text'
>;

/**
 * The refs of all deliverable entities that lack customers in a role or declared operations teams, sorted; in steps. Those for
 * which somebody said `none` lack nothing.
 *
 * @see docs/coverage.md
 * @public
 */
export function* uncoveredInSteps(
  { index }: CustomerGraph,
  aspect: CoverageAspect,
): Generator<undefined, string[]> {
  const covered = yield* coveredInSteps(index, aspect);
  const refs: string[] = [];
  for (let rank = 0; rank < index.refs.size; rank++) {
    const node = index.refs.sorted[rank];
    if (
      index.facts.deliverable(node) &&
      !isCovered(covered, node) &&
      !hasNobody(covered, node)
    ) {
      refs.push(index.refs.get(node));
    }
    if (rank % ENTITIES_PER_STEP === 0) {
      yield undefined;
    }
  }
  return refs;
}

/**
 * Says of an entity, by its ref, whether it is one of those that are wanted.
 *
 * @param filters - `owner` is a full ref; the others are compared in any case
 * @public
 */
export function matchingUncovered(
  { index }: CustomerGraph,
  filters: UncoveredFilters,
): (entityRef: string) => boolean {
  const { refs, facts, edges } = index;
  const kind = filters.kind && `${filters.kind.toLowerCase()}:`;
  const type = filters.type?.toLowerCase();
  const text = filters.text?.toLowerCase();
  const owner =
    filters.owner === undefined ? undefined : refs.find(filters.owner);
  if (filters.owner !== undefined && owner === undefined) {
    return () => false;
  }
  return entityRef => {
    const node = refs.find(entityRef);
    if (
      node === undefined ||
      (kind && !entityRef.startsWith(kind)) ||
      (owner !== undefined && !row(edges.owners, node).includes(owner))
    ) {
      return false;
    }
    const inRef = !text || entityRef.includes(text);
    if (inRef && type === undefined) {
      return true;
    }
    const known = facts.read(node);
    return (
      (type === undefined || known?.type?.toLowerCase() === type) &&
      (inRef || (known?.title?.toLowerCase().includes(text) ?? false))
    );
  };
}

/** What is shown of an entity that the catalog holds. @public */
export function describeUncovered(
  { index }: CustomerGraph,
  entityRef: string,
): UncoveredEntity {
  const { refs, facts, edges } = index;
  const node = refs.find(entityRef)!;
  const { title, type } = facts.get(node) ?? {};
  const named = (nodes: Uint32Array) => Array.from(nodes, at => refs.get(at));
  return {
    entityRef,
    ...(title && { title }),
    owners: named(row(edges.owners, node)),
    ...(type && { type }),
    partOf: named(row(edges.containers, node)),
  };
}
