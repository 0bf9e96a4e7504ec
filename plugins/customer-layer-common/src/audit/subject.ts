import { CustomerGraph } from '../graph/CustomerGraph';
import { declares } from '../graph/ContainerWalk';
import { DECLARATION_NAMES, GraphIndex } from '../graph/GraphIndex';
import { row } from '../graph/Paged';
import { AuditSubject } from './AuditRule';

const kindOf = (entityRef: string) =>
  entityRef.slice(0, entityRef.indexOf(':'));

/**
 * An entity as a subject of audits.
 *
 * @param entityRef - a full ref in lower case
 * @returns undefined when the catalog holds no such entity
 * @public
 */
export function subjectOf(
  { index }: CustomerGraph,
  entityRef: string,
): AuditSubject | undefined {
  const node = index.refs.find(entityRef);
  const facts = node === undefined ? undefined : index.facts.get(node);
  if (node === undefined || !facts) {
    return undefined;
  }
  const { title, customer } = facts;
  const systemRef = nearestSystem(index, node);
  return {
    entityRef,
    kind: kindOf(entityRef),
    ...(title && { title }),
    ownerRefs: Array.from(row(index.edges.owners, node), owner =>
      index.refs.get(owner),
    ),
    ...(systemRef && { systemRef }),
    declares: declaresAnything(index, node),
    ...(customer?.tier && { tier: customer.tier }),
  };
}

function declaresAnything(index: GraphIndex, node: number): boolean {
  const { delivery, inheritance, operatingModel, provider, ...facts } =
    index.facts.get(node)!;
  const { problems, stage, team } = facts;
  return (
    DECLARATION_NAMES.some(name => declares(index, node, name)) ||
    [delivery, inheritance, operatingModel, provider, problems, stage].some(
      Boolean,
    ) ||
    Object.keys(team ?? {}).length > 0
  );
}

// Breadth first along partOf; the first System by that order.
function nearestSystem(index: GraphIndex, node: number): string | undefined {
  const seen = new Set([node]);
  for (const at of seen) {
    const ref = index.refs.get(at);
    if (kindOf(ref) === 'system') {
      return ref;
    }
    row(index.edges.containers, at).forEach(container => seen.add(container));
  }
  return undefined;
}
