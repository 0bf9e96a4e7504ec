import {
  CustomerGraph,
  customersOf,
  Delivery,
  deliveryTo,
  EntityLayers,
  GraphBuilder,
  Impact,
  impactOf,
  layersOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Entity } from '@backstage/catalog-model';
import { entity, isOpen, SHOP } from '../__testUtils__/shop';
import { maskCustomers, maskDelivery, maskImpact, maskLayers } from './masking';

const now = new Date('2026-06-01T00:00:00Z');
const stamp = { revision: 'r', builtAt: now.toISOString() };

function graphOf(entities: readonly Entity[]): CustomerGraph {
  const builder = new GraphBuilder();
  entities.forEach(item => builder.add(item));
  return builder.build(stamp);
}

const WEB = 'component:default/web';
const DB = 'resource:default/db';
const SHOPPERS = 'customer:default/shoppers';

const layers = (graph: CustomerGraph, ref: string): EntityLayers =>
  layersOf(graph, ref, { now })!;
const delivery = (graph: CustomerGraph): Delivery =>
  deliveryTo(graph, SHOPPERS, { now })!;

/** Every masked answer about a shop, in one value. */
function everything(entities: readonly Entity[], canRead = isOpen) {
  const graph = graphOf(entities);
  return {
    web: maskLayers(layers(graph, WEB), canRead),
    db: maskLayers(layers(graph, DB), canRead),
    impact: maskImpact(impactOf(graph, [DB], { now, canRead }), canRead),
    delivery: maskDelivery(delivery(graph), canRead),
    customers: maskCustomers(customersOf(graph), canRead),
  };
}

describe('masking', () => {
  it('changes nothing for somebody who may read everything', () => {
    const graph = graphOf(SHOP);
    const open = everything(SHOP, () => true);
    expect(open.web).toEqual(layers(graph, WEB));
    expect(open.impact).toEqual(impactOf(graph, [DB], { now }));
    expect(open.delivery).toEqual(delivery(graph));
    expect(open.customers).toEqual(customersOf(graph));
  });

  it('leaves no trace of a hidden ref or title', () => {
    expect(JSON.stringify(everything(SHOP, () => true))).toMatch(/secret/);
    expect(JSON.stringify(everything(SHOP))).not.toMatch(
      /secret|confidential/i,
    );
  });

  it('gives away no name by place or number', () => {
    // The same shop with other secrets, which sort the other way round.
    const renamed = JSON.parse(
      JSON.stringify(SHOP)
        .replace(/secret-acme/g, 'aaa-secret')
        .replace(/secret-club/g, 'zzz-secret')
        .replace(/secret-cart/g, 'aaa-secret')
        .replace(/secret-dba/g, 'zzz-secret')
        .replace(/secret-vendor/g, 'aaa-secret'),
    );
    expect(everything(renamed)).toEqual(everything(SHOP));
  });

  it('orders hidden entries by what can be seen of them', () => {
    const answer = layers(graphOf(SHOP), WEB);
    const customers = (inherited: string, declared: string) =>
      maskLayers(
        {
          ...answer,
          customers: [inherited, declared].sort().map(customerRef => ({
            customerRef,
            role: 'economic',
            source: customerRef === declared ? 'declared' : 'inherited',
            distance: 0,
            path: [WEB],
            exists: true,
          })),
        },
        isOpen,
      ).customers;
    const a = 'customer:default/secret-a';
    const b = 'customer:default/secret-b';
    expect(customers(a, b)).toEqual(customers(b, a));
  });

  it('masks every field of layers by one id, and strips what is hidden', () => {
    const { web, db } = everything(SHOP);
    expect(web.customers.map(c => c.customerRef)).toEqual([
      'customer:default/ghost',
      SHOPPERS,
      '#1',
      'customer:default/clerks',
    ]);
    expect(web.customers[2]).toEqual({
      customerRef: '#1',
      role: 'economic',
      source: 'declared',
      distance: 0,
      path: [WEB],
      exists: true,
      hidden: true,
    });
    // #2 is the team: in an entry, as an owner, as a team and in a problem.
    expect(web.operations.map(o => [o.teamRef, o.hidden])).toEqual([
      ['group:default/sre', undefined],
      ['#2', true],
    ]);
    expect(web.operations[1]).not.toHaveProperty('readiness');
    expect(web.supply).toEqual([
      {
        entityRef: DB,
        title: 'Database',
        layer: 'data',
        distance: 1,
        path: [WEB, DB],
        owners: ['#2'],
        operationsTeams: ['group:default/sre', '#2'],
        provider: '#3',
        operatingModel: 'paas',
        exists: true,
      },
      {
        entityRef: '#4',
        layer: 'unclassified',
        distance: 1,
        path: [WEB, '#4'],
        owners: [],
        operationsTeams: [],
        exists: true,
        hidden: true,
      },
    ]);
    expect(web.problems.map(p => [p.value, p.message])).toEqual([
      ['#2', expect.stringMatching(/^"#2" is of kind/)],
      ['group:press', expect.stringMatching(/^"group:press" is of kind/)],
      ['customer:default/ghost', expect.stringContaining('ghost')],
    ]);
    expect(db.provider).toMatch(/^#\d$/);
    expect(
      db.customers.find(c => c.path.length === 2 && c.hidden)?.path,
    ).toEqual([DB, expect.stringMatching(/^#\d$|web$/)]);
  });

  it('masks impact and delivery, and keeps their counts', () => {
    const { impact, delivery: masked } = everything(SHOP);
    const graph = graphOf(SHOP);
    expect(impact.affected).toEqual([
      {
        entityRef: WEB,
        title: 'Web shop',
        distance: 1,
        path: [DB, WEB],
        exists: true,
      },
      {
        entityRef: expect.stringMatching(/^#/),
        distance: 1,
        path: [DB, expect.stringMatching(/^#/)],
        exists: true,
        hidden: true,
      },
    ]);
    expect(impact).toMatchObject({
      valueAtRisk: { EUR: 500 },
      valueHidden: 2,
      smallestTier: 2,
    } satisfies Partial<Impact>);
    expect(masked.customers).toEqual([SHOPPERS, '#1']);
    // #2 is the team, which comes first in the chain.
    expect(masked.serves).toEqual([WEB, '#3']);
    const full = delivery(graph);
    for (const list of [
      'restsOn',
      'operationsTeams',
      'chain',
      'operations',
    ] as const) {
      expect([list, masked[list].length]).toEqual([list, full[list].length]);
    }
  });

  it('hides names with any letters in a circle', () => {
    const circle = (ref: string, dependsOn: string) =>
      entity(ref, { relations: { dependsOn: [dependsOn] } });
    const graph = graphOf([
      circle('Component:default/a', 'component:default/søk-secret'),
      circle('Component:default/søk-secret', 'component:default/a'),
    ]);
    const full = layers(graph, 'component:default/a');
    expect(JSON.stringify(full.problems)).toContain('søk-secret');
    const { problems } = maskLayers(full, isOpen);
    expect(problems[0].value).toMatch(
      /^component:default\/a → #\d → component:default\/a$/,
    );
    expect(JSON.stringify(problems)).not.toMatch(/søk|secret/);
  });

  it('names a readable team as the weakest only if it is as weak', () => {
    const [failing] = layers(graphOf(SHOP), WEB).operations;
    const nothing = { state: 'fail', evidence: '' } as const;
    const readiness = {
      ...failing.readiness!,
      staffed: nothing,
      trained: nothing,
      equipped: nothing,
      managed: nothing,
    };
    const weakest = (
      hidden: { exists: boolean },
      readable: Delivery['operations'][number],
    ) =>
      maskDelivery(
        {
          ...delivery(graphOf(SHOP)),
          operations: [
            { teamRef: 'group:default/a-secret', ...hidden },
            readable,
          ],
          weakestTeam: 'group:default/a-secret',
        },
        isOpen,
      ).weakestTeam;
    const missing = { exists: false };
    const user = { teamRef: 'user:default/u', exists: true };
    const group = { teamRef: 'group:default/g', exists: true, readiness };
    expect(weakest(missing, user)).toMatch(/^#/);
    expect(weakest(missing, group)).toBe('group:default/g');
    expect(weakest(missing, { ...group, ...missing })).toBe('group:default/g');
  });

  const hidden = new Set([
    'component:default/s',
    'component:default/secret',
    'component:default/søk-secret',
    'user:default/secret-x',
    'user:default/secret@example.com',
  ]);
  it.each([
    [
      'the manager user:default/secret-x is not in the catalog',
      'the manager #1 is not in the catalog',
    ],
    ['ask user:default/secret-x.', 'ask #1.'],
    ['"User:Default/Secret-X", (user:default/secret-x)', '"#1", (#1)'],
    [
      'component:default/a → component:default/secret → component:default/a',
      'component:default/a → #1 → component:default/a',
    ],
    [
      'component:default/a → component:default/søk-secret → component:default/a',
      'component:default/a → #1 → component:default/a',
    ],
    [
      'component:default/søk-secret, [b](component:default/søk-secret).',
      '#1, [b](#1).',
    ],
    ['note:component:default/secret’s', 'note:#1’s'],
    ['(user:default/secret@example.com).', '(#1).'],
    ['component:default/søk', 'component:default/søk'],
    ['user:default/secret@example.com', '#1'],
    [
      'see https://secret.example.com/a:b',
      'see https://secret.example.com/a:b',
    ],
  ])('in the text %p masks refs only', (evidence, masked) => {
    const answer = layers(
      graphOf([entity('Component:default/a')]),
      'component:default/a',
    );
    const result = maskLayers(
      { ...answer, delivery: { value: evidence } },
      ref => !hidden.has(ref),
    );
    expect(result.delivery.value).toBe(masked);
  });
});
