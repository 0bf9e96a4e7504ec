import { Entity } from '@backstage/catalog-model';
import { DEFAULT_DERIVATION_RULES } from '../config';
import { assignDeclarations } from './assignDeclarations';
import { DryRunner } from './DryRunner';
import { readAssignersYaml } from './readAssignersYaml';

const { deliverableKinds } = DEFAULT_DERIVATION_RULES;

const set = readAssignersYaml(
  `
aliases:
  - { id: segment, from: tags, to: economic-customers, values: { b2c: shoppers } }
rules:
  - { id: shops, where: { spec.type: service }, assign: { economic-customers: buyers, operations-team: sre } }
  - { id: all, where: {}, assign: { operations-team: [sre, noc], layer: application } }
  - { id: none, where: { kind: Robot }, assign: { layer: data } }
  - { id: bad, assign: { layer: attic } }
`,
  'rules.yaml',
);

const component = (name: string, more: Partial<Entity['metadata']> = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, ...more },
  spec: { type: name.startsWith('s') ? 'service' : 'library' },
});

const portal = {
  source: 'portal' as const,
  of: () => ({ operationsTeam: 'by-hand' }),
};

const CATALOG: Entity[] = [
  component('s1', { tags: ['b2c', 'java'] }),
  component('s2', {
    annotations: { 'customer-layer.io/operations-team': 'own' },
  }),
  assignDeclarations(component('s3', { tags: ['java', 'go'] }), {
    assigners: [portal, ...set.assigners],
    deliverableKinds,
  }),
  ...['f', 'e', 'd', 'c', 'b', 'a'].map(name => component(name)),
  { ...component('team'), kind: 'Group' },
];

it('says what rules and aliases do, whatever they have done before', () => {
  const runner = new DryRunner(set, { deliverableKinds });
  CATALOG.forEach(entity => runner.add(entity));
  const { assigners, ...result } = runner.result();
  expect(assigners).toEqual([
    {
      source: 'alias:segment',
      at: 'rules.yaml',
      line: 3,
      says: 'economic-customers from tags, by 1 value',
      matches: 1,
      holds: 1,
      examples: ['component:default/s1'],
      unknownValues: [
        { value: 'java', count: 2 },
        { value: 'go', count: 1 },
      ],
    },
    expect.objectContaining({
      source: 'rule:shops',
      where: '{"spec.type":"service"}',
      matches: 3,
      // The alias speaks before it on s1, but its operations team holds there.
      holds: 3,
      examples: ['s1', 's2', 's3'].map(name => `component:default/${name}`),
    }),
    expect.objectContaining({
      source: 'rule:all',
      matches: 9,
      holds: 9,
      examples: ['a', 'b', 'c', 'd', 'e'].map(
        name => `component:default/${name}`,
      ),
    }),
    expect.objectContaining({ source: 'rule:none', matches: 0, holds: 0 }),
  ]);
  expect(result).toEqual({
    entities: 10,
    overlaps: [
      {
        first: 'alias:segment',
        second: 'rule:shops',
        keys: ['economicCustomers'],
        entities: 1,
        examples: ['component:default/s1'],
      },
      {
        first: 'rule:shops',
        second: 'rule:all',
        keys: ['operationsTeam'],
        entities: 3,
        examples: expect.any(Array),
      },
    ],
    idle: ['rule:none'],
    faults: set.faults,
  });
  expect(set.faults).toHaveLength(2);
});

it('names no example that may not be named, but counts it', () => {
  const runner = new DryRunner(set, { deliverableKinds });
  CATALOG.forEach(entity => runner.add(entity, { example: false }));
  const { assigners, overlaps } = runner.result();
  expect([...assigners, ...overlaps].flatMap(one => one.examples)).toEqual([]);
  expect(assigners[2].matches).toBe(9);
});

it('tries 50 rules on 100,000 entities in a few seconds', () => {
  const many = readAssignersYaml(
    `rules:\n${Array.from(
      { length: 50 },
      (_, n) =>
        `- { id: r${n}, where: { kind: Component, spec.owner: team-${n}, metadata.namespace: default }, assign: { operations-team: team-${n}, economic-customers: [a, b] } }\n`,
    ).join('')}`,
    'many.yaml',
  );
  const runner = new DryRunner(many, { deliverableKinds });
  const start = process.cpuUsage();
  for (let n = 0; n < 100_000; n++) {
    runner.add({
      ...component(`s${n}`, { annotations: { 'example.com/a': `${n}` } }),
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: `team-${n % 60}`,
      },
    });
  }
  expect(runner.result().assigners[0].holds).toBe(1667);
  // In microseconds of the processor, however busy it is with something else.
  expect(process.cpuUsage(start).user).toBeLessThan(12_000_000);
}, 60_000);
