import { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { randomCatalog } from '../__testUtils__/randomCatalog';
import { sha256 } from '../__testUtils__/sha256';
import { CUSTOMER_API_VERSION } from '../model/customer';
import { customersOf } from './customersOf';
import { deliveryTo } from './deliveryTo';
import { GraphBuilder } from './GraphBuilder';
import { pillarsMissing } from './operations';
import { takeAllSteps } from './takeAllSteps';
import { teamRefsInSteps, weakestTeamsInSteps } from './weakestTeams';

const builtAt = '2026-06-01T00:00:00Z';
const now = new Date(builtAt);

const customer = (name: string, parent?: string): Entity => ({
  apiVersion: CUSTOMER_API_VERSION,
  kind: 'Customer',
  metadata: { name },
  spec: { type: 'economic' },
  relations: parent
    ? [{ type: 'childOf', targetRef: `customer:default/${parent}` }]
    : [],
});

const group = (name: string, annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: {
    name,
    annotations: Object.fromEntries(
      Object.entries(annotations).map(([key, value]) => [
        `customer-layer.io/${key}`,
        value,
      ]),
    ),
  },
});

// Some of those whom random catalogs name exist: of the teams one misses three pillars, one misses two.
const PEOPLE = [
  group('sre', { 'trained-on': '2026-05-01' }),
  group('noc', {
    'trained-on': '2026-05-01',
    'on-call': 'https://a.example.com',
    runbooks: 'https://b.example.com',
    dashboards: 'https://c.example.com',
  }),
  customer('alpha', 'beta'),
  customer('gamma', 'alpha'),
  customer('beta'),
];

it('finds for all customers the team that the delivery to each names', () => {
  const seen = { none: 0, missing: 0, existing: 0 };
  fc.assert(
    fc.property(
      randomCatalog,
      fc.nat(PEOPLE.length),
      fc.boolean(),
      (entities, people, byLot) => {
        const builder = new GraphBuilder({ digest: sha256 });
        [...entities, ...PEOPLE.slice(0, people)].forEach(entity =>
          builder.add(entity),
        );
        const graph = builder.build({ builtAt });
        const teams = takeAllSteps(teamRefsInSteps(graph));
        const lot = (ref: string) => (byLot ? -teams.indexOf(ref) : 0);
        const weakest = takeAllSteps(
          weakestTeamsInSteps(graph, { now, orderOf: lot }),
        );
        for (const { customerRef } of customersOf(graph)) {
          const { operations } = deliveryTo(graph, customerRef, { now })!;
          const ranked = operations
            .map(team => ({ ...team, missing: pillarsMissing(team) ?? 0 }))
            .filter(({ missing }) => missing > 0)
            .sort(
              (a, b) =>
                b.missing - a.missing || lot(a.teamRef) - lot(b.teamRef),
            );
          const [first] = ranked;
          expect(weakest.get(customerRef)).toEqual(
            first && { teamRef: first.teamRef, passes: 4 - first.missing },
          );
          seen.none += first ? 0 : 1;
          seen.missing += first && !first.exists ? 1 : 0;
          seen.existing += first?.exists ? 1 : 0;
        }
      },
    ),
    { numRuns: 2000, seed: 20261122 },
  );
  expect(Math.min(seen.none, seen.missing, seen.existing)).toBeGreaterThan(200);
});

it('says whose segment a customer is, and who keeps the relationship', () => {
  const builder = new GraphBuilder({ digest: sha256 });
  [
    ...PEOPLE,
    {
      ...customer('delta', 'gone'),
      relations: [
        { type: 'childOf', targetRef: 'customer:default/gone' },
        { type: 'ownedBy', targetRef: 'group:default/accounts' },
      ],
    },
  ].forEach(entity => builder.add(entity));
  const graph = builder.build({ builtAt });
  expect(
    customersOf(graph).map(({ customerRef, parent, owner }) => [
      customerRef.split('/')[1],
      parent,
      owner,
    ]),
  ).toEqual([
    ['alpha', 'customer:default/beta', undefined],
    ['beta', undefined, undefined],
    ['delta', 'customer:default/gone', 'group:default/accounts'],
    ['gamma', 'customer:default/alpha', undefined],
  ]);
});
