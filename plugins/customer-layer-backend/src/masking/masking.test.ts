import {
  CustomerGraph,
  customersOf,
  Delivery,
  deliveryTo,
  EntityLayers,
  Impact,
  impactOf,
  layersOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Entity } from '@backstage/catalog-model';
import { mapValues, omit } from 'lodash';
import { graphOf, NOW } from '../__testUtils__/graphOf';
import { entity, isOpen, SHOP } from '../__testUtils__/shop';
import { somebody } from '../__testUtils__/viewers';
import { CanRead } from '../services/ReadableRefs';
import { SUMMARIES } from './arrangements';
import { Lots } from './lots';
import { Mask } from './Mask';
import { maskDelivery, maskImpact, maskLayers, noteLayers } from './masking';

const now = NOW;

const WEB = 'component:default/web';
const DB = 'resource:default/db';
const SHOPPERS = 'customer:default/shoppers';

const layers = (graph: CustomerGraph, ref: string): EntityLayers =>
  layersOf(graph, ref, { now })!;
const delivery = (graph: CustomerGraph): Delivery =>
  deliveryTo(graph, SHOPPERS, { now })!;

/** The hidden ones of the shop, in an order that is not that of their names. */
const SECRETS = [
  'group:default/secret-vendor',
  'customer:default/secret-club',
  'component:default/secret-cart',
  'customer:default/secret-acme',
  'group:default/secret-dba',
];

const inOrder =
  (refs: readonly string[]): Lots =>
  ref =>
    refs.indexOf(ref);

type Eyes = { canRead?: CanRead; lots?: Lots };

async function maskOf(
  graph: CustomerGraph,
  answer: object,
  { canRead = isOpen, lots = inOrder(SECRETS) }: Eyes = {},
): Promise<Mask> {
  const mask = new Mask({ graph, viewer: somebody(canRead), lots });
  await mask.note(answer);
  await mask.learn();
  return mask;
}

async function masked(
  answer: EntityLayers,
  eyes?: Eyes,
): Promise<EntityLayers> {
  const mask = await maskOf(graphOf(SHOP), {}, eyes);
  await noteLayers(answer, mask);
  await mask.learn();
  return maskLayers(answer, mask, {});
}

/** Every masked answer about a shop, in one value. */
async function everything(entities: readonly Entity[], eyes: Eyes = {}) {
  const graph = graphOf(entities);
  const { canRead = isOpen } = eyes;
  const impact = impactOf(graph, [DB], { now, canRead });
  const customers = customersOf(graph);
  const mask = await maskOf(graph, customers, eyes);
  const maskFor = (answer: object) => maskOf(graph, answer, eyes);
  return {
    web: await masked(layers(graph, WEB), eyes),
    db: await masked(layers(graph, DB), eyes),
    impact: await maskImpact(impact, await maskFor(impact), {}),
    delivery: await maskDelivery(
      delivery(graph),
      await maskFor(delivery(graph)),
      {},
    ),
    ...(await mask.number({
      customers: await mask.arrange(customers, SUMMARIES),
    })),
  };
}

describe('masking', () => {
  it('changes nothing for somebody who may read everything', async () => {
    const graph = graphOf(SHOP);
    const open = await everything(SHOP, { canRead: () => true });
    expect(open.web).toEqual(layers(graph, WEB));
    expect(open.impact).toEqual(impactOf(graph, [DB], { now }));
    expect(open.delivery).toEqual(delivery(graph));
    expect(open.customers).toEqual(customersOf(graph));
  });

  it('leaves no trace of a hidden ref or title', async () => {
    const open = await everything(SHOP, { canRead: () => true });
    expect(JSON.stringify(open)).toMatch(/secret/);
    expect(JSON.stringify(await everything(SHOP))).not.toMatch(
      /secret|confidential/i,
    );
  });

  it('gives away no name by place or number', async () => {
    // The same shop with other secrets, which sort the other way round.
    const rename = (text: string) =>
      text
        .replace(/secret-acme/g, 'aaa-secret')
        .replace(/secret-club/g, 'zzz-secret')
        .replace(/secret-cart/g, 'aaa-secret')
        .replace(/secret-dba/g, 'zzz-secret')
        .replace(/secret-vendor/g, 'aaa-secret');
    // Only the revision says that they are not the same.
    const shown = async (...shop: Parameters<typeof everything>) =>
      mapValues(await everything(...shop), answer => omit(answer, 'graph'));
    expect(
      await shown(JSON.parse(rename(JSON.stringify(SHOP))), {
        lots: inOrder(SECRETS.map(rename)),
      }),
    ).toEqual(await shown(SHOP));
  });

  it('orders hidden entries by what can be seen of them, else by lot', async () => {
    const answer = layers(graphOf(SHOP), WEB);
    const [a, b] = ['customer:default/secret-a', 'customer:default/secret-b'];
    const sources = async (
      given: Array<[string, 'declared' | 'inherited']>,
      lots: Lots,
    ) => {
      const { customers } = await masked(
        {
          ...answer,
          customers: given.map(([customerRef, source]) => ({
            customerRef,
            role: 'economic',
            source,
            distance: 0,
            path: source === 'declared' ? [WEB] : [WEB, customerRef],
            exists: true,
          })),
        },
        { lots },
      );
      return customers.map(({ customerRef, path }) => [customerRef, path]);
    };
    const seen = [
      ['#1', [WEB]],
      ['#2', [WEB, '#2']],
    ];
    for (const lots of [inOrder([a, b]), inOrder([b, a])]) {
      expect(
        await sources(
          [
            [a, 'inherited'],
            [b, 'declared'],
          ],
          lots,
        ),
      ).toEqual(seen);
      expect(
        await sources(
          [
            [a, 'declared'],
            [b, 'inherited'],
          ],
          lots,
        ),
      ).toEqual(seen);
    }
    const mask = await maskOf(graphOf(SHOP), {}, { lots: inOrder([b, a]) });
    expect(mask.refs([a, WEB, b])).toEqual([WEB, b, a]);
  });

  it('masks every field of layers by one id, and strips what is hidden', async () => {
    const { web, db } = await everything(SHOP);
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

  it('masks impact and delivery, and keeps their counts', async () => {
    const { impact, delivery: shown } = await everything(SHOP);
    const graph = graphOf(SHOP);
    expect(impact.failing).toEqual([
      {
        entityRef: DB,
        title: 'Database',
        distance: 0,
        path: [DB],
        owners: [expect.stringMatching(/^#/)],
        operationsTeams: ['group:default/sre', expect.stringMatching(/^#/)],
        exists: true,
      },
    ]);
    expect(impact.affected).toEqual([
      {
        entityRef: WEB,
        title: 'Web shop',
        distance: 1,
        path: [DB, WEB],
        owners: ['group:default/web-team'],
        operationsTeams: ['group:default/sre', expect.stringMatching(/^#/)],
        exists: true,
      },
      {
        entityRef: expect.stringMatching(/^#/),
        distance: 1,
        path: [DB, expect.stringMatching(/^#/)],
        owners: [],
        operationsTeams: [],
        exists: true,
        hidden: true,
      },
    ]);
    expect(impact).toMatchObject({
      valueAtRisk: { EUR: 500 },
      valueHidden: 2,
      smallestTier: 2,
    } satisfies Partial<Impact>);
    expect(shown.customers).toEqual([SHOPPERS, '#1']);
    expect(shown.serves).toEqual([WEB, '#2']);
    const full = delivery(graph);
    for (const list of [
      'restsOn',
      'operationsTeams',
      'chain',
      'operations',
    ] as const) {
      expect([list, shown[list].length]).toEqual([list, full[list].length]);
    }
  });

  it('hides names with any letters in a circle', async () => {
    const circle = (ref: string, dependsOn: string) =>
      entity(ref, { relations: { dependsOn: [dependsOn] } });
    const graph = graphOf([
      circle('Component:default/a', 'component:default/søk-secret'),
      circle('Component:default/søk-secret', 'component:default/a'),
    ]);
    const full = layers(graph, 'component:default/a');
    expect(JSON.stringify(full.problems)).toContain('søk-secret');
    const { problems } = await masked(full);
    expect(problems[0].value).toMatch(
      /^component:default\/a → #\d → component:default\/a$/,
    );
    expect(JSON.stringify(problems)).not.toMatch(/søk|secret/);
  });

  it('names a readable team as the weakest only if it is as weak', async () => {
    const [failing] = layers(graphOf(SHOP), WEB).operations;
    const nothing = { state: 'fail', evidence: '' } as const;
    const readiness = {
      ...failing.readiness!,
      staffed: nothing,
      trained: nothing,
      equipped: nothing,
      managed: nothing,
    };
    const weakest = async (
      hidden: { exists: boolean },
      readable: Delivery['operations'][number],
    ) => {
      const graph = graphOf(SHOP);
      const answer: Delivery = {
        ...delivery(graph),
        operations: [
          { teamRef: 'group:default/a-secret', ...hidden },
          readable,
        ],
        weakestTeam: 'group:default/a-secret',
      };
      const { weakestTeam } = await maskDelivery(
        answer,
        await maskOf(graph, answer),
        {},
      );
      return weakestTeam;
    };
    const missing = { exists: false };
    const user = { teamRef: 'user:default/u', exists: true };
    const group = { teamRef: 'group:default/g', exists: true, readiness };
    expect(await weakest(missing, user)).toMatch(/^#/);
    expect(await weakest(missing, group)).toBe('group:default/g');
    expect(await weakest(missing, { ...group, ...missing })).toBe(
      'group:default/g',
    );
  });
});
