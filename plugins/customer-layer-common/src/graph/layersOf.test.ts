import { draw } from '../__testUtils__/draw';
import { customersOf } from './customersOf';
import { deliveryTo } from './deliveryTo';
import { impactInSteps, impactOf } from './impactOf';
import { layersOf } from './layersOf';

const now = new Date('2026-06-01T00:00:00Z');

const c = (name: string) => `component:default/${name}`;

it('takes the smallest path where a container is reached as itself and as depended upon', () => {
  const graph = draw({
    [c('y')]: { relations: { dependsOn: ['system:default/k'] } },
    'system:default/k': {
      relations: {
        dependsOn: ['resource:default/z'],
        hasPart: [c('m')],
      },
    },
    [c('m')]: { relations: { dependsOn: ['resource:default/q'] } },
    'resource:default/z': { relations: { dependsOn: ['resource:default/q'] } },
  });
  const supply = layersOf(graph, c('y'), { now })!.supply;
  expect(
    supply.find(({ entityRef }) => entityRef === 'resource:default/q')?.path,
  ).toEqual([c('y'), 'system:default/k', c('m'), 'resource:default/q']);
});

it('takes the smallest of several paths that end at different customers of a container', () => {
  const graph = draw({
    'system:default/e': { relations: { hasPart: [c('a')] } },
    [c('a')]: {},
    [c('b')]: { relations: { dependsOn: ['system:default/e'] } },
    [c('c')]: { relations: { dependsOn: ['system:default/e'] } },
    [c('x1')]: {
      annotations: { 'economic-customers': 'shoppers' },
      relations: { dependsOn: [c('b')] },
    },
    [c('x2')]: {
      annotations: { 'economic-customers': 'shoppers' },
      relations: { dependsOn: [c('c'), c('a')] },
    },
  });
  const [shoppers] = layersOf(graph, 'system:default/e', { now })!.customers;
  expect(shoppers).toMatchObject({
    source: 'derived',
    path: ['system:default/e', c('b'), c('x1')],
  });
});

it('names problems: unreadable values, refs to nothing, refused entities, circles', () => {
  const graph = draw({
    [c('a')]: {
      annotations: {
        'economic-customers': 'ghost, broken, a:b:c',
        'operations-team': 'nobody',
      },
      relations: { dependsOn: [c('b')], partOf: [c('p')] },
    },
    [c('b')]: { relations: { dependsOn: [c('a')] } },
    [c('p')]: { relations: { partOf: [c('a')] } },
  });
  const layers = layersOf(graph, c('a'), {
    now,
    refusals: new Map([['customer:default/broken', 'spec.tier is 9']]),
  })!;
  expect(layers.problems.map(p => [p.code, p.value])).toEqual([
    ['unreadable', 'a:b:c'],
    ['unknown-reference', 'customer:default/broken'],
    ['unknown-reference', 'customer:default/ghost'],
    ['unknown-reference', 'group:default/nobody'],
    ['cycle', `${c('a')} → ${c('p')} → ${c('a')}`],
    ['cycle', `${c('a')} → ${c('b')} → ${c('a')}`],
  ]);
  expect(layers.problems[1].message).toMatch(/refused.*spec\.tier is 9/);
  expect(layers.customers).toHaveLength(2);
  expect(layers.supply.map(({ entityRef }) => entityRef)).toEqual([
    c('b'),
    c('p'),
  ]);
});

it('says who the customers, teams and supplies are', () => {
  const graph = draw({
    'customer:default/shoppers': {
      title: 'Shoppers',
      spec: { type: 'economic', tier: 1 },
    },
    'customer:default/staff': {
      spec: { type: 'internal', stage: 'front-stage' },
    },
    'group:default/finance': { annotations: { stage: 'back-stage' } },
    'group:default/sre': {
      spec: { profile: { displayName: 'SRE' } },
      annotations: {
        manager: 'grace',
        'reviewed-on': '2026-05-01',
        'trained-on': '2026-05-01',
      },
      relations: {
        hasMember: ['user:default/grace', 'user:default/gone'],
        parentOf: ['group:default/night'],
      },
    },
    'group:default/night': {
      relations: {
        hasMember: ['user:default/ann', 'user:default/grace'],
        parentOf: ['group:default/sre'],
      },
    },
    'user:default/grace': {},
    'user:default/ann': {},
    [c('web')]: {
      annotations: {
        'economic-customers': 'shoppers',
        'internal-customers': 'finance, customer:staff',
        'operations-team': 'sre',
        'entry-point': 'https://shop.example.com',
        'confirmed-on': '2026-05-02',
        layer: 'runtime',
        provider: 'group:sre',
        'operating-model': 'paas',
      },
      relations: { dependsOn: ['resource:default/db'] },
    },
    'resource:default/db': {
      spec: { type: 'database' },
      annotations: { provider: 'Example Cloud', 'operating-model': 'saas' },
      relations: { ownedBy: ['group:default/dba'] },
    },
  });
  const layers = layersOf(graph, c('web'), { now })!;
  expect(layers).toMatchObject({
    applicable: true,
    graph: { builtAt: '2026-05-31T23:00:00Z' },
    layer: 'runtime',
    provider: 'group:default/sre',
    operatingModel: 'paas',
    delivery: {
      entryPoint: 'https://shop.example.com',
      confirmedOn: '2026-05-02',
    },
    truncated: false,
  });
  expect(
    layers.customers.map(e => [e.customerRef, e.title, e.tier, e.stage]),
  ).toEqual([
    ['customer:default/shoppers', 'Shoppers', 1, undefined],
    ['customer:default/staff', undefined, undefined, 'front-stage'],
    ['group:default/finance', undefined, undefined, 'back-stage'],
  ]);
  const [sre] = layers.operations;
  expect(sre.title).toBe('SRE');
  // Grace counts once, and who isn't in the catalog doesn't.
  expect(sre.readiness?.staffed.evidence).toMatch(/^2 members/);
  expect(sre.readiness?.managed.state).toBe('pass');
  expect(layers.supply).toEqual([
    {
      entityRef: 'resource:default/db',
      layer: 'data',
      distance: 1,
      path: [c('web'), 'resource:default/db'],
      owners: ['group:default/dba'],
      operationsTeams: ['group:default/dba'],
      provider: 'Example Cloud',
      operatingModel: 'saas',
      exists: true,
    },
  ]);
});

it('gives a provider as it is written, or as a full ref where the catalog holds it', () => {
  const graph = draw({
    [c('a')]: { annotations: { provider: 'AWS:eu-west-1' } },
    [c('b')]: { annotations: { provider: 'Group:Cloud' } },
    'group:default/cloud': {},
  });
  const providerOf = (ref: string) => layersOf(graph, ref, { now })!.provider;
  expect(providerOf(c('a'))).toBe('AWS:eu-west-1');
  expect(providerOf(c('b'))).toBe('group:default/cloud');
});

it('passes over relations that it does not know, whatever they are called', () => {
  const graph = draw({ [c('a')]: { relations: { constructor: [c('b')] } } });
  expect(graph.counts.relations).toBe(0);
});

it('names what it mentions on the way and does not exist', () => {
  const graph = draw({
    [c('web')]: {
      annotations: { 'economic-customers': 'ghost' },
      relations: { dependsOn: ['resource:default/db'] },
    },
    'resource:default/db': {
      relations: { ownedBy: ['group:default/gone'], dependsOn: [c('lost')] },
    },
    'resource:default/disk': {
      relations: { dependencyOf: [c('lost')], ownedBy: ['user:default/ann'] },
    },
    'user:default/ann': {},
  });
  expect(layersOf(graph, c('web'), { now })!.missing).toEqual([
    c('lost'),
    'group:default/gone',
  ]);
  expect(layersOf(graph, 'resource:default/disk', { now })!.missing).toEqual([
    c('lost'),
  ]);
  expect(deliveryTo(graph, 'customer:default/ghost', { now })!.missing).toEqual(
    [c('lost'), 'group:default/gone'],
  );
});

it('takes in a Customer without spec', () => {
  expect(customersOf(draw({ 'customer:default/bare': {} }))).toEqual([
    { customerRef: 'customer:default/bare', serves: 0, exists: true },
  ]);
});

it('answers for what it does not hold, and for kinds that are not deliverable', () => {
  const graph = draw({
    'group:default/sre': { relations: { ownerOf: [c('web')] } },
    [c('web')]: { relations: { dependsOn: ['resource:default/gone'] } },
  });
  expect(layersOf(graph, 'resource:default/gone', { now })).toBeUndefined();
  expect(layersOf(graph, 'resource:default/never', { now })).toBeUndefined();
  expect(layersOf(graph, 'group:default/sre', { now })).toMatchObject({
    applicable: false,
    customers: [],
    operations: [],
    supply: [],
    layer: 'operations',
  });
  expect(graph.exists('resource:default/gone')).toBe(false);
  expect(graph.mentions('resource:default/gone')).toBe(true);
  expect(graph.spelledBy('resource:default/gone')).toEqual([c('web')]);
  expect(graph.spelledBy(c('web'))).toEqual([]);
  expect(graph.counts).toEqual({
    entities: 2,
    relations: 2,
    customers: 0,
    danglingRefs: 1,
  });
  expect(
    impactOf(graph, ['resource:default/gone'], { now }).affected,
  ).toMatchObject([{ entityRef: c('web'), distance: 1 }]);
  expect(() => impactOf(graph, [c('web'), c('never')], { now })).toThrow(
    `The catalog has no "${c('never')}"`,
  );
  expect(deliveryTo(graph, 'customer:default/never', { now })).toBeUndefined();
});

describe('with two customers of a shared database', () => {
  const graph = draw({
    'customer:default/big': {
      spec: {
        type: 'economic',
        tier: 1,
        value: { amount: 100, currency: 'EUR' },
      },
    },
    'customer:default/small': {
      spec: {
        type: 'economic',
        tier: 3,
        value: { amount: 7, currency: 'EUR' },
      },
    },
    [c('a')]: {
      annotations: { 'economic-customers': 'big' },
      relations: {
        dependsOn: ['resource:default/db'],
        ownedBy: ['group:default/ghosts'],
      },
    },
    [c('b')]: {
      annotations: {
        'economic-customers': 'small',
        'internal-customers': 'finance',
        'operations-team': 'sre',
      },
      relations: { dependsOn: ['resource:default/db'] },
    },
    'group:default/sre': {},
    'resource:default/db': { annotations: { 'operations-team': 'user:dba' } },
    'user:default/dba': {},
  });

  it('finds the same impact in steps, whatever else is asked between them', () => {
    const failing = ['resource:default/db'];
    const steps = impactInSteps(graph, failing, { now });
    let step = steps.next();
    let count = 0;
    for (; !step.done; step = steps.next()) {
      count++;
      impactOf(graph, [c('a')], { now });
      layersOf(graph, c('b'), { now });
    }
    expect(count).toBeGreaterThan(1);
    expect(step.value).toEqual(impactOf(graph, failing, { now }));
  });

  it('sums what is at stake, of those who may be known', () => {
    const all = impactOf(graph, ['resource:default/db'], { now });
    expect(all).toMatchObject({
      valueAtRisk: { EUR: 107 },
      valueHidden: 0,
      smallestTier: 1,
    });
    expect(all.operations.map(({ teamRef }) => teamRef)).toEqual([
      'group:default/ghosts',
      'group:default/sre',
      'user:default/dba',
    ]);
    expect(
      impactOf(graph, ['resource:default/db'], {
        now,
        canRead: ref => ref !== 'customer:default/big',
      }),
    ).toMatchObject({
      valueAtRisk: { EUR: 7 },
      valueHidden: 1,
      smallestTier: 3,
    });
  });

  it('finds the weakest team: one that does not exist has no pillar', () => {
    expect(deliveryTo(graph, 'customer:default/small', { now })).toMatchObject({
      serves: [c('b')],
      restsOn: ['resource:default/db'],
      operationsTeams: ['group:default/sre', 'user:default/dba'],
      chain: [{ distance: 0 }, { distance: 1, layer: 'unclassified' }],
      weakestTeam: 'group:default/sre',
    });
    expect(
      deliveryTo(graph, 'customer:default/big', { now })?.weakestTeam,
    ).toBe('group:default/ghosts');
  });

  it('lists customers of every kind with what serves them', () => {
    expect(customersOf(graph)).toEqual([
      {
        customerRef: 'customer:default/big',
        type: 'economic',
        tier: 1,
        serves: 1,
        exists: true,
      },
      {
        customerRef: 'customer:default/small',
        type: 'economic',
        tier: 3,
        serves: 1,
        exists: true,
      },
      { customerRef: 'group:default/finance', serves: 1, exists: false },
    ]);
  });

  it('says when a limit cut a list', () => {
    expect(
      impactOf(graph, ['resource:default/db'], { now, limit: 1 }),
    ).toMatchObject({
      truncated: true,
      customers: [{ customerRef: 'customer:default/big' }],
      valueAtRisk: { EUR: 107 },
    });
    expect(
      layersOf(graph, 'resource:default/db', { now, limit: 4 })?.truncated,
    ).toBe(false);
  });
});
