import { tierRank } from './customers';
import { ImpactNode } from './impactPaths';

/** Many things that a picture has no room for, shown as one. */
export type FoldedNode = {
  id: string;
  /** Ref of what they are reached from; absent for what fails. */
  parent?: string;
  /** How many of them are customers. */
  customers: number;
  /** How many of them are entities. */
  entities: number;
};

/** A picture of an impact that is small enough to be read. */
export type ImpactGraph = {
  nodes: ImpactNode[];
  folded: FoldedNode[];
  edges: Array<{ from: string; to: string }>;
};

/** The most that a picture has room for. */
export const MOST_NODES = 60;

// So many of what fails are shown at most, so that there is room for what that hits.
const MOST_FAILING = 12;

const ORDER: Record<ImpactNode['kind'], number> = {
  failing: 0,
  customer: 1,
  affected: 2,
  between: 3,
};

// What fails, then the most critical customers, then what is nearest.
const byWeight = (a: ImpactNode, b: ImpactNode) =>
  ORDER[a.kind] - ORDER[b.kind] ||
  tierRank(a) - tierRank(b) ||
  a.level - b.level;

/**
 * Folds what a picture has no room for. What fails comes first, then the most critical customers with all that is on the
 * way to them, then what is nearest. The rest is counted where it branches off.
 *
 * @param most - how many nodes there may be, those that stand for several included
 */
export function foldImpact(
  all: readonly ImpactNode[],
  most: number = MOST_NODES,
): ImpactGraph {
  const byRef = new Map(all.map(node => [node.entityRef, node]));
  const kept = keepUpTo(all, { byRef, most });
  const folded = foldRest(all, { byRef, kept });
  const nodes = all.filter(({ entityRef }) => kept.has(entityRef));
  return {
    nodes,
    folded,
    edges: [
      ...nodes.map(({ parent, entityRef }) => ({ parent, to: entityRef })),
      ...folded.map(({ parent, id }) => ({ parent, to: id })),
    ].flatMap(({ parent, to }) => (parent ? [{ from: parent, to }] : [])),
  };
}

type Nodes = ReadonlyMap<string, ImpactNode>;

function keepUpTo(
  all: readonly ImpactNode[],
  { byRef, most }: { byRef: Nodes; most: number },
): Set<string> {
  if (all.length <= most) {
    return new Set(byRef.keys());
  }
  let kept = new Set<string>();
  let failing = 0;
  for (const node of [...all].sort(byWeight)) {
    failing += node.kind === 'failing' ? 1 : 0;
    if (node.kind === 'failing' && failing > MOST_FAILING) {
      continue;
    }
    const more = new Set(kept);
    lineOf(node, byRef).forEach(ref => more.add(ref));
    if (more.size + placesToFold(all, more) > most) {
      break;
    }
    kept = more;
  }
  return kept;
}

/** From a node to what fails. */
function lineOf(node: ImpactNode, byRef: Nodes): string[] {
  const line: string[] = [];
  for (
    let at: ImpactNode | undefined = node;
    at;
    at = at.parent === undefined ? undefined : byRef.get(at.parent)
  ) {
    line.push(at.entityRef);
  }
  return line;
}

/** How many nodes would stand for the rest. Whatever is kept is kept with all that it is reached from. */
function placesToFold(
  all: readonly ImpactNode[],
  kept: ReadonlySet<string>,
): number {
  const places = new Set<string | undefined>();
  for (const { entityRef, parent } of all) {
    if (!kept.has(entityRef) && (parent === undefined || kept.has(parent))) {
      places.add(parent);
    }
  }
  return places.size;
}

function foldRest(
  all: readonly ImpactNode[],
  { byRef, kept }: { byRef: Nodes; kept: ReadonlySet<string> },
): FoldedNode[] {
  const folded = new Map<string, FoldedNode>();
  for (const node of all) {
    if (!kept.has(node.entityRef)) {
      const parent = lineOf(node, byRef).find(ref => kept.has(ref));
      const id = `more:${parent ?? ''}`;
      const known = folded.get(id) ?? {
        id,
        ...(parent && { parent }),
        customers: 0,
        entities: 0,
      };
      const key = node.kind === 'customer' ? 'customers' : 'entities';
      folded.set(id, { ...known, [key]: known[key] + 1 });
    }
  }
  return [...folded.values()];
}
