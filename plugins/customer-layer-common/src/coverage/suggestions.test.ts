import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import { randomCatalog } from '../__testUtils__/randomCatalog';
import { sha256 } from '../__testUtils__/sha256';
import { ANNOTATIONS, DeclarationKey } from '../model/annotations';
import { CUSTOMER_API_VERSION } from '../model/customer';
import { readDeclarations } from '../model/declarations';
import { CustomerGraph } from '../graph/CustomerGraph';
import { GraphBuilder } from '../graph/GraphBuilder';
import { suggestionsFor } from './suggestions';

const builtAt = '2026-06-01T00:00:00Z';

function build(entities: Entity[]): CustomerGraph {
  const builder = new GraphBuilder({ digest: sha256 });
  entities.forEach(one => builder.add(one));
  return builder.build({ builtAt });
}

type Given = {
  declares?: Partial<Record<DeclarationKey, string>>;
  relations?: Record<string, string[]>;
  type?: string;
};

function entity(
  ref: string,
  { declares = {}, relations = {}, type }: Given = {},
): Entity {
  const [kind, name] = ref.split(':');
  return {
    apiVersion:
      kind === 'Customer' ? CUSTOMER_API_VERSION : 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      annotations: Object.fromEntries(
        Object.entries(declares).map(([key, value]) => [
          ANNOTATIONS[key as DeclarationKey].name,
          value,
        ]),
      ),
    },
    spec: { type: type ?? 'economic' },
    relations: Object.entries(relations).flatMap(([relation, targets]) =>
      targets.map(target => ({
        type: relation,
        targetRef: target.replace(':', ':default/'),
      })),
    ),
  };
}

/** Who is suggested for the component "it", and why. */
const suggested = (catalog: Entity[], key: DeclarationKey) =>
  suggestionsFor(build(catalog), ['component:default/it'])
    .filter(suggestion => suggestion.key === key)
    .map(({ value, reasons }) => [
      value.replace('default/', ''),
      reasons.map(({ code, count }) => `${code} ${count}`).join(', '),
    ]);

const thing = (relations: Record<string, string[]>, more: Given = {}) =>
  entity('Component:it', { ...more, relations });

describe('customers and teams that others declare', () => {
  const people = [
    entity('Customer:a'),
    entity('Customer:b'),
    entity('Group:nightshift'),
  ];
  const declares = (economicCustomers: string) => ({
    declares: { economicCustomers, operationsTeam: 'nightshift' },
  });

  it.each<[string, Entity[], string[][]]>([
    [
      'what depends on it',
      [
        thing({ dependencyOf: ['component:x', 'component:y', 'component:z'] }),
        entity('Component:x', declares('a')),
        entity('Component:y', declares('a, b')),
        entity('Component:z'),
      ],
      [
        ['customer:a', 'dependents 2'],
        ['customer:b', 'dependents 1'],
      ],
    ],
    [
      'what consumes its APIs',
      [
        thing({ providesApi: ['api:p'] }),
        entity('API:p'),
        entity('Component:x', {
          ...declares('b'),
          relations: { consumesApi: ['api:p'] },
        }),
      ],
      [['customer:b', 'api-consumers 1']],
    ],
    [
      'other parts of its System, and entities of its owner, those by both first',
      [
        thing({ partOf: ['system:s'], ownedBy: ['group:o'] }),
        entity('System:s'),
        entity('Group:o'),
        entity('Component:x', {
          ...declares('a'),
          relations: { partOf: ['system:s'] },
        }),
        entity('Component:y', {
          ...declares('a, b'),
          relations: { ownedBy: ['group:o'] },
        }),
      ],
      [
        ['customer:a', 'siblings 1, same-owner 1'],
        ['customer:b', 'same-owner 1'],
      ],
    ],
    [
      'nobody who is not in the catalog',
      [
        thing({ dependencyOf: ['component:x'] }),
        entity('Component:x', declares('ghost')),
      ],
      [],
    ],
    [
      'nobody at all, where it declares somebody itself, be it nobody',
      [
        thing(
          { dependencyOf: ['component:x'] },
          { declares: { economicCustomers: 'none' } },
        ),
        entity('Component:x', declares('a')),
      ],
      [],
    ],
  ])('%s', (_, entities, expected) => {
    const catalog = [...entities, ...people];
    expect(suggested(catalog, 'economicCustomers')).toEqual(expected);
    const [[team] = []] = suggested(catalog, 'operationsTeam');
    expect(team).toBe(
      entities.some(({ metadata: { annotations } }) =>
        Object.keys(annotations!).some(name => name.endsWith('-team')),
      )
        ? 'group:nightshift'
        : undefined,
    );
  });
});

it('in a catalog without a single declaration: owners of consumers, and groups by what they are called', () => {
  const catalog = [
    thing({
      ownedBy: ['group:payments'],
      dependencyOf: ['component:x', 'component:y', 'component:z'],
    }),
    entity('Component:x', { relations: { ownedBy: ['group:web-sales'] } }),
    entity('Component:y', { relations: { ownedBy: ['group:search'] } }),
    entity('Component:z', { relations: { ownedBy: ['group:payments'] } }),
    entity('Group:payments', { relations: { childOf: ['group:division'] } }),
    entity('Group:web-sales', { type: 'team' }),
    entity('Group:search', { type: 'team' }),
    entity('Group:payment-ops', { relations: { childOf: ['group:division'] } }),
    entity('Group:legal', { relations: { childOf: ['group:division'] } }),
    entity('Group:division', { type: 'infrastructure' }),
    entity('Group:sre-elsewhere'),
  ];
  expect(suggested(catalog, 'economicCustomers')).toEqual([]);
  expect(suggested(catalog, 'internalCustomers')).toEqual([
    ['group:web-sales', 'consumer-owner 1, name-or-type 1'],
    ['group:search', 'consumer-owner 1'],
    ['group:legal', 'name-or-type 1, near-owner 1'],
  ]);
  expect(suggested(catalog, 'operationsTeam')).toEqual([
    ['group:division', 'name-or-type 1, near-owner 1'],
    ['group:payment-ops', 'name-or-type 1, near-owner 1'],
  ]);
  expect(
    suggested(
      [
        thing({ ownedBy: ['group:it-operations'] }),
        entity('Group:it-operations'),
      ],
      'operationsTeam',
    ),
  ).toEqual([['group:it-operations', 'owner 1, name-or-type 1']]);
});

it('counts each entity that says so once, among those that say anything', () => {
  const catalog = [
    thing({ partOf: ['system:s', 'component:c'] }),
    entity('System:s'),
    entity('Component:c'),
    entity('Component:x', {
      declares: { economicCustomers: 'a' },
      relations: { partOf: ['system:s', 'component:c'] },
    }),
    entity('Component:y', {
      declares: { economicCustomers: 'b' },
      relations: { partOf: ['system:s'] },
    }),
    entity('Component:z', { relations: { partOf: ['system:s'] } }),
    entity('Customer:a'),
    entity('Customer:b'),
  ];
  expect(
    suggestionsFor(build(catalog), ['component:default/it']).map(
      ({ value, score, reasons }) => [
        value,
        score,
        reasons.map(({ code, count }) => `${code} ${count}`),
      ],
    ),
  ).toEqual([
    // One of two: three quarters of 0.6.
    ['customer:default/b', 0.45, ['siblings 1']],
    // One of three, as there are two in the one and one in the other.
    ['customer:default/a', 0.4, ['siblings 1']],
  ]);
});

it('names no owner as one near another, and nobody whom the catalog has not got', () => {
  const catalog = [
    thing({
      ownedBy: ['group:ops', 'group:platform'],
      dependencyOf: ['component:x'],
    }),
    entity('Component:x', { relations: { ownedBy: ['group:ghost-sales'] } }),
    entity('Group:ops', { relations: { childOf: ['group:platform'] } }),
    entity('Group:platform', { relations: { parentOf: ['group:sre-gone'] } }),
  ];
  expect(suggested(catalog, 'operationsTeam')).toEqual([
    ['group:ops', 'owner 1, name-or-type 1'],
    ['group:platform', 'owner 1, name-or-type 1'],
  ]);
  expect(suggested(catalog, 'internalCustomers')).toEqual([]);
});

// Of these reasons it is said by entities that declare it.
const DECLARED = ['dependents', 'api-consumers', 'siblings', 'same-owner'];

it('of any catalog suggests existing customers of a kind allowed, once each, for what lacks them, with reasons that hold', () => {
  let seen = 0;
  const people = [
    entity('Customer:alpha'),
    entity('Customer:beta'),
    entity('Group:sre'),
    entity('Group:noc'),
  ];
  fc.assert(
    fc.property(randomCatalog, some => {
      const catalog = [...some, ...people];
      const graph = build(catalog);
      const refs = catalog.map(one => stringifyEntityRef(one));
      const byRef = new Map(catalog.map(one => [stringifyEntityRef(one), one]));
      const suggestions = suggestionsFor(graph, [...refs, ...refs]);
      expect(
        new Set(suggestions.map(s => `${s.entityRef} ${s.key} ${s.value}`))
          .size,
      ).toBe(suggestions.length);
      suggestions.forEach(({ entityRef, key, value, score, reasons }, i) => {
        seen++;
        const declared = (ref: string) =>
          readDeclarations(byRef.get(ref)!).declarations[key];
        expect(declared(entityRef)).toBeUndefined();
        expect(graph.exists(value)).toBe(true);
        expect(ANNOTATIONS[key].format.allowedKinds).toContain(
          value.split(':')[0],
        );
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(suggestions[i - 1]?.score ?? 1);
        for (const { code, count, entityRefs } of reasons) {
          expect(entityRefs).toHaveLength(count);
          expect(entityRefs).toEqual([...new Set(entityRefs)].sort());
          const declarers = DECLARED.includes(code) ? entityRefs : [];
          for (const ref of declarers) {
            expect(declared(ref)).toContain(value);
          }
        }
      });
      expect(suggestionsFor(graph, refs)).toEqual(suggestions);
    }),
    { numRuns: 400, seed: 20261128 },
  );
  expect(seen).toBeGreaterThan(300);
});
