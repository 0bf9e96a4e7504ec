import { Entity, EntityRelation } from '@backstage/catalog-model';
import { pick, seededRandom } from './random';

type Edge = [from: number, type: 'dependsOn' | 'partOf', to: number];

const kindOf = (node: number, containers: number) =>
  node < containers ? 'System' : 'Component';

/** Entities with relations that stand at one end only, which says as much. */
function entitiesOf(
  size: number,
  edges: readonly Edge[],
  containers = 0,
): Entity[] {
  const relations = Array.from({ length: size }, (): EntityRelation[] => []);
  const ref = (node: number) =>
    `${kindOf(node, containers).toLowerCase()}:default/n${node}`;
  for (const [from, type, to] of edges) {
    relations[from].push({ type, targetRef: ref(to) });
  }
  return relations.map((own, node) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: kindOf(node, containers),
    metadata: { name: `n${node}` },
    relations: own,
  }));
}

const nodes = (size: number) => Array.from({ length: size }, (_, node) => node);

/** Landscapes on which it is hard to say where to begin, none of which declares anything. */
export const worstLandscapes: Record<string, (size: number) => Entity[]> = {
  'one deep chain': size =>
    entitiesOf(
      size,
      nodes(size - 1).map((node): Edge => [node, 'dependsOn', node + 1]),
    ),
  'containers in containers': size =>
    entitiesOf(
      size,
      nodes(size - 1).map((node): Edge => [node + 1, 'partOf', node]),
      size,
    ),
  'one hub that all depend on': size =>
    entitiesOf(
      size,
      nodes(size - 1).map((node): Edge => [node + 1, 'dependsOn', 0]),
    ),
  'one hub that depends on all': size =>
    entitiesOf(
      size,
      nodes(size - 1).map((node): Edge => [0, 'dependsOn', node + 1]),
    ),
  'circles of 100, each on up to ten others': size => {
    const random = seededRandom(5);
    const circles = Math.floor(size / 100);
    return entitiesOf(
      size,
      nodes(size).flatMap((node): Edge[] => {
        const first = node - (node % 100);
        const next = first + ((node + 1) % 100);
        const around: Edge = [node, 'dependsOn', Math.min(next, size - 1)];
        return node % 10
          ? [around]
          : [around, [node, 'dependsOn', Math.floor(random() * circles) * 100]];
      }),
    );
  },
  'a third on top of layers, each on ten of the next': size => {
    const random = seededRandom(6);
    const layers = 30;
    const wide = Math.floor(size / (layers * 1.5));
    const top = size - wide * layers;
    return entitiesOf(
      size,
      nodes(size).flatMap((node): Edge[] => {
        const layer = node < top ? 0 : Math.floor((node - top) / wide) + 1;
        const below = nodes(wide).map(at => top + layer * wide + at);
        return layer === layers
          ? []
          : nodes(10).map((): Edge => [node, 'dependsOn', pick(random, below)]);
      }),
    );
  },
};
