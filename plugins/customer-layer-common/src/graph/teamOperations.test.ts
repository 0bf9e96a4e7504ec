import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import { randomCatalog } from '../__testUtils__/randomCatalog';
import { sha256 } from '../__testUtils__/sha256';
import { CUSTOMER_API_VERSION } from '../model/customer';
import { CustomerGraph } from './CustomerGraph';
import { GraphBuilder } from './GraphBuilder';
import { impactOf } from './impactOf';
import { layersOf } from './layersOf';
import { leastTiersInSteps } from './leastTiers';
import { takeAllSteps } from './takeAllSteps';
import { teamOperationsInSteps } from './teamOperations';
import { Window } from './Window';

const builtAt = '2026-06-01T00:00:00Z';
const now = new Date(builtAt);
const TEAMS = [
  'group:default/sre',
  'group:other/sre',
  'group:default/noc',
  'user:default/ann',
];

const customer = (name: string, tier: number): Entity => ({
  apiVersion: CUSTOMER_API_VERSION,
  kind: 'Customer',
  metadata: { name },
  spec: { type: 'economic', tier },
});

const PEOPLE = [
  customer('alpha', 2),
  customer('beta', 1),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'sre', title: 'Reliability' },
  },
];

// Teams own what random catalogs hold, too.
const owned = (entities: Entity[], pick: number[]): Entity[] =>
  entities.map((entity, i) => ({
    ...entity,
    relations: [
      ...(entity.relations ?? []),
      ...(pick[i] === undefined || !TEAMS[pick[i]]
        ? []
        : [{ type: 'ownedBy', targetRef: TEAMS[pick[i]] }]),
    ],
  }));

const build = (entities: Entity[]): CustomerGraph => {
  const builder = new GraphBuilder({ digest: sha256 });
  entities.forEach(entity => builder.add(entity));
  return builder.build({ builtAt });
};

const operationsOf = (
  graph: CustomerGraph,
  team: string,
  more: Window & { canRead?: (ref: string) => boolean } = {},
) => {
  const { canRead, ...window } = more;
  const leastTiers = takeAllSteps(leastTiersInSteps(graph, canRead));
  return takeAllSteps(
    teamOperationsInSteps(graph, team, { now, leastTiers, ...window }),
  );
};

/** What the layers of each entity say of a team, and the impact of each of its tier. */
function expected(graph: CustomerGraph, entities: Entity[], team: string) {
  const all = entities
    .map(entity => stringifyEntityRef(entity))
    .sort()
    .map(entityRef => ({
      entityRef,
      layers: layersOf(graph, entityRef, { now })!,
    }));
  return {
    operates: all.flatMap(({ entityRef, layers }) =>
      layers.operations
        .filter(({ teamRef }) => teamRef === team)
        .map(({ source }) => {
          const { smallestTier } = impactOf(graph, [entityRef], { now });
          const leastTier = smallestTier && { leastTier: smallestTier };
          const { layer } = layers;
          return { entityRef, layer, source, ...leastTier, exists: true };
        }),
    ),
    customerOf: all.flatMap(({ entityRef, layers }) =>
      layers.customers
        .filter(
          ({ customerRef, role, source }) =>
            customerRef === team &&
            role === 'internal' &&
            source !== 'derived' &&
            source !== 'part',
        )
        .map(({ source }) => {
          const { layer } = layers;
          return { entityRef, layer, source, exists: true };
        }),
    ),
  };
}

it('says of a team what the layers of all entities say of it', () => {
  const seen = { operates: 0, tiers: 0, consumer: 0, direct: 0 };
  fc.assert(
    fc.property(
      randomCatalog,
      fc.array(fc.nat(TEAMS.length), { maxLength: 15 }),
      fc.nat(PEOPLE.length),
      (random, owners, people) => {
        const entities = owned(random, owners);
        const graph = build([...entities, ...PEOPLE.slice(0, people)]);
        for (const team of TEAMS.filter(ref => graph.mentions(ref))) {
          const { operates, customerOf } = operationsOf(graph, team);
          const wanted = expected(graph, entities, team);
          expect(operates).toEqual(wanted.operates);
          // Something beneath it, or that it reaches, may make a team a nearer or another kind of customer.
          const nearer = customerOf.filter(
            ({ source, entityRef }) =>
              source !== 'consumer' ||
              wanted.customerOf.some(one => one.entityRef === entityRef),
          );
          expect(nearer).toEqual(wanted.customerOf);
          seen.operates += operates.length;
          seen.tiers += operates.filter(({ leastTier }) => leastTier).length;
          const consumed = customerOf.filter(
            ({ source }) => source === 'consumer',
          ).length;
          seen.consumer += consumed;
          seen.direct += customerOf.length - consumed;
        }
      },
    ),
    { numRuns: 2000, seed: 20261122 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(500);
});

const component = (
  name: string,
  annotations: Record<string, string>,
  relations: Array<[string, string]> = [],
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
  relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
});

const graph = build([
  ...PEOPLE,
  component(
    'shop',
    {
      'customer-layer.io/economic-customers': 'alpha, beta',
      'customer-layer.io/operations-team': 'sre',
    },
    [['dependsOn', 'component:default/db']],
  ),
  component('db', {}, [['ownedBy', 'group:default/sre']]),
  component('reports', {}, [
    ['ownedBy', 'group:default/sre'],
    ['dependsOn', 'component:default/shop'],
  ]),
]);

it('counts only the tiers of customers that may be read', () => {
  const tiers = (canRead?: (ref: string) => boolean) =>
    operationsOf(graph, 'group:default/sre', { canRead }).operates.map(
      ({ entityRef, source, leastTier }) =>
        `${entityRef.split('/')[1]} ${source} ${leastTier}`,
    );
  expect(tiers()).toEqual([
    'db assumed 1',
    'reports assumed undefined',
    'shop declared 1',
  ]);
  expect(tiers(ref => !ref.endsWith('beta'))).toEqual([
    'db assumed 2',
    'reports assumed undefined',
    'shop declared 2',
  ]);
});

it('tells of the team itself, and gives its lists in pages', () => {
  expect(
    operationsOf(graph, 'group:default/sre', { offset: 1, limit: 1 }),
  ).toMatchObject({
    teamRef: 'group:default/sre',
    title: 'Reliability',
    exists: true,
    readiness: { staffed: { state: 'fail' } },
    operates: [{ entityRef: 'component:default/reports' }],
    customerOf: [],
    truncated: true,
    totals: { operates: 3, customerOf: 1 },
  });
});
