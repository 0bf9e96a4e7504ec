import { Entity } from '@backstage/catalog-model';
import { sha256 } from '../__testUtils__/sha256';
import { encodeGraph } from './encodeGraph';
import { GraphBuilder } from './GraphBuilder';
import { layersOf } from './layersOf';

const builtAt = '2026-06-01T00:00:00Z';
const now = new Date(builtAt);

const component = (
  name: string,
  { title, dependsOn = [] }: { title?: string; dependsOn?: string[] } = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, ...(title && { title }) },
  relations: dependsOn.map(targetRef => ({ type: 'dependsOn', targetRef })),
});

const ref = (name: string) => `component:default/${name}`;

function build(entities: readonly Entity[]) {
  const builder = new GraphBuilder({ digest: sha256 });
  entities.forEach(entity => builder.add(entity));
  return builder.build({ builtAt });
}

it('counts the last of what comes under one ref', () => {
  const others = [component('b'), component('c', { dependsOn: [ref('a')] })];
  const last = component('a', { title: 'New', dependsOn: [ref('b')] });
  const before = [
    component('a', {
      title: 'Much longer than it becomes',
      dependsOn: [ref('b'), ref('c'), ref('gone')],
    }),
    component('a'),
  ];
  const graph = build([...before, ...others, last]);
  const expected = build([...others, last]);
  expect(graph.stamp).toEqual(expected.stamp);
  expect(graph.counts).toEqual(expected.counts);
  expect(graph.mentions(ref('gone'))).toBe(false);
  for (const name of ['a', 'b', 'c']) {
    expect(layersOf(graph, ref(name), { now })).toEqual(
      layersOf(expected, ref(name), { now }),
    );
  }
});

it('makes the same of any order, with refs sorted by code unit in whatever script', () => {
  // As UTF-8, the third of them would come after the second.
  const scripts = ['a', '\uff41', '\u{1f6d2}', 'ß'];
  const names = Array.from(
    { length: 3000 },
    (_, i) => `${scripts[(i % 7) % scripts.length]}-${(i * 7919) % 3000}`,
  );
  const entities = names.map((name, i) =>
    component(name, {
      title: `${name} ${'🛒'.repeat(i % 5)}`,
      dependsOn: [ref(names[(i * 31) % 3000]), ref(`${name}-missing`)],
    }),
  );
  const graph = build(entities);
  const { refs } = graph.index;
  const found = Array.from({ length: refs.size }, (_, node) => refs.get(node));
  expect(found).toEqual(
    names.flatMap(name => [ref(name), ref(`${name}-missing`)]).sort(),
  );
  expect(graph.counts).toMatchObject({ entities: 3000, danglingRefs: 3000 });
  expect(encodeGraph(build(entities.reverse()))).toEqual(encodeGraph(graph));
});
