import { customer, SHOP } from '../__testUtils__/answers';
import { hopsOf, Related, whyCustomer, whyEntry } from './why';

const API = 'api:default/orders';
const STORE = 'component:default/store';
const DB = 'resource:default/db';

const related = (
  all: Record<string, Array<[type: string, targetRef: string]>>,
): Map<string, Related> =>
  new Map(
    Object.entries(all).map(([ref, relations]) => [
      ref,
      {
        relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
      },
    ]),
  );

it('names each hop down, from whichever end tells of it', () => {
  const hops = hopsOf(
    whyEntry({ path: [SHOP, API, STORE, DB, '#1'] }),
    related({
      [SHOP]: [
        ['ownedBy', API],
        ['consumesApi', 'API:default/Orders'],
      ],
      [STORE]: [
        ['providesApi', API],
        ['dependsOn', DB],
      ],
    }),
  );
  expect(hops.map(({ from, relation, to }) => [from, relation, to])).toEqual([
    [SHOP, 'consumesApi', API],
    [API, 'apiProvidedBy', STORE],
    [STORE, 'dependsOn', DB],
    [DB, 'linked', '#1'],
  ]);
});

it.each([
  ['economic', 'derived', 'hasEconomicCustomer'],
  ['internal', 'derived', 'hasInternalCustomer'],
  ['internal', 'consumer', 'ownedBy'],
] as const)(
  'leads up to the %s customer that is %s',
  (role, source, relation) => {
    const asked = customer('shoppers', { role, source, path: [DB, STORE] });
    const { customerRef } = asked;
    expect(
      hopsOf(
        whyCustomer(asked),
        related({
          [DB]: [['dependencyOf', STORE]],
          [STORE]: [
            ['hasEconomicCustomer', customerRef],
            ['hasInternalCustomer', customerRef],
            ['ownedBy', customerRef],
          ],
        }),
      ).map(hop => hop.relation),
    ).toEqual(['dependencyOf', relation]);
  },
);
