import { foldImpact, MOST_NODES } from './impactGraph';
import { ImpactNode } from './impactPaths';

const node = (
  entityRef: string,
  more: Partial<ImpactNode> = {},
): ImpactNode => ({
  entityRef,
  kind: 'affected',
  level: 1,
  parent: 'db',
  ...more,
});

const DB = node('db', { kind: 'failing', level: 0, parent: undefined });

const many = (count: number, name: string, more: Partial<ImpactNode>) =>
  Array.from({ length: count }, (_, index) => node(`${name}-${index}`, more));

const refsOf = (nodes: ImpactNode[]) => nodes.map(one => one.entityRef);

it('shows everything where there is room', () => {
  const all = [DB, node('web'), node('shoppers', { parent: 'web', level: 2 })];
  expect(foldImpact(all, 3)).toEqual({
    nodes: all,
    folded: [],
    edges: [
      { from: 'db', to: 'web' },
      { from: 'web', to: 'shoppers' },
    ],
  });
});

it('keeps the most critical customers with the way to them, and counts the rest where it branches off', () => {
  const all = [
    DB,
    node('api'),
    node('web', { parent: 'api', level: 2 }),
    ...many(4, 'job', {}),
    node('minor', { kind: 'customer', level: 2, parent: 'job-0', tier: 3 }),
    node('major', { kind: 'customer', level: 3, parent: 'web', tier: 1 }),
  ];
  const { nodes, folded, edges } = foldImpact(all, 6);
  expect(refsOf(nodes)).toEqual(['db', 'api', 'web', 'major']);
  expect(folded).toEqual([
    { id: 'more:db', parent: 'db', customers: 1, entities: 4 },
  ]);
  expect(edges).toContainEqual({ from: 'db', to: 'more:db' });
});

it.each([
  ['customers', many(500, 'buyer', { kind: 'customer', tier: 1 })],
  ['entities', many(3_000, 'job', {})],
  [
    'long ways',
    many(400, 'job', {}).flatMap(job => [
      job,
      node(`${job.entityRef}/buyer`, {
        kind: 'customer',
        level: 2,
        parent: job.entityRef,
      }),
    ]),
  ],
  [
    'entities that fail',
    many(300, 'disk', { kind: 'failing', level: 0, parent: undefined }),
  ],
])('loses none of many %s', (_, reached) => {
  const all = [DB, ...reached];
  const { nodes, folded, edges } = foldImpact(all);
  expect(nodes.length + folded.length).toBeLessThanOrEqual(MOST_NODES);
  expect(nodes.length).toBeGreaterThan(10);
  const counted = folded.reduce(
    (sum, { customers, entities }) => sum + customers + entities,
    nodes.length,
  );
  expect(counted).toBe(all.length);
  const drawn = new Set([...refsOf(nodes), ...folded.map(({ id }) => id)]);
  expect(edges.every(({ from, to }) => drawn.has(from) && drawn.has(to))).toBe(
    true,
  );
});
