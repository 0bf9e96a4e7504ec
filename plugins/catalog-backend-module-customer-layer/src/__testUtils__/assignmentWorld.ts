import { Entity } from '@backstage/catalog-model';
import { JsonObject, JsonValue } from '@backstage/types';
import { DeclarationKey } from '@missing-layer/backstage-plugin-customer-layer-common';
import fc from 'fast-check';

/** A text, and how much of it can be read as the declaration that it stands for. */
export type Text = { text: string; readable: 'all' | 'some' | 'none' };

const all = (text: string): Text => ({ text, readable: 'all' });
const some = (text: string): Text => ({ text, readable: 'some' });
const none = (text: string): Text => ({ text, readable: 'none' });

/** Some declarations by their short names: on what they mean something, whether they are lists, and texts. */
export const DECLARATIONS: Record<
  string,
  { key: DeclarationKey; on: 'delivery' | 'team'; list: boolean; texts: Text[] }
> = {
  'economic-customers': {
    key: 'economicCustomers',
    on: 'delivery',
    list: true,
    texts: [
      ...[all('retail'), all('none'), all('b2b, customer:other/retail')],
      ...[some('retail, group:default/finance'), none('a b')],
    ],
  },
  'operations-team': {
    key: 'operationsTeam',
    on: 'delivery',
    list: true,
    texts: [all('sre'), all('none'), all('user:x/ada'), none('component:a')],
  },
  layer: {
    key: 'layer',
    on: 'delivery',
    list: false,
    texts: [all('data'), all('Runtime'), none('attic')],
  },
  stage: {
    key: 'stage',
    on: 'team',
    list: false,
    texts: [all('front-stage'), all('back-stage'), none('sre')],
  },
};

export const SHORT_NAMES = Object.keys(DECLARATIONS);

const COLOURS = ['green', 'red', 'blue'];
const SEGMENT = 'example.com/segment';
const DESK = 'example.com/desk';

/** To which entities rules apply, and what that means. */
export const PREDICATES: Array<{
  where: JsonObject;
  holds(entity: Entity): boolean;
}> = [
  { where: {}, holds: () => true },
  { where: { kind: 'component' }, holds: ({ kind }) => kind === 'Component' },
  {
    where: { 'spec.type': { $in: ['Website', 'team'] } },
    holds: ({ spec }) => spec?.type === 'website' || spec?.type === 'team',
  },
  {
    where: { $not: { 'metadata.tags': { $contains: 'green' } } },
    holds: ({ metadata }) => !metadata.tags?.includes('green'),
  },
  {
    where: {
      $any: [
        { 'metadata.namespace': 'other' },
        { [`metadata.annotations.${SEGMENT}`]: { $exists: true } },
      ],
    },
    holds: ({ metadata }) =>
      metadata.namespace === 'other' ||
      metadata.annotations?.[SEGMENT] !== undefined,
  },
];

/** What aliases read. */
export const ORIGINS: Array<{
  from: JsonValue;
  texts(entity: Entity): string[];
}> = [
  { from: 'tags', texts: ({ metadata }) => metadata.tags ?? [] },
  {
    from: { annotation: SEGMENT },
    texts: ({ metadata }) => metadata.annotations?.[SEGMENT]?.split(', ') ?? [],
  },
  {
    from: { label: DESK },
    texts: ({ metadata }) => [metadata.labels?.[DESK] ?? []].flat(),
  },
  {
    from: { spec: 'billing.code' },
    texts: ({ spec }) => [`${(spec?.billing as { code: number }).code}`],
  },
];

export type RandomRule = {
  id: string;
  predicate: number;
  assign: Record<string, Text>;
};

export type RandomAlias = {
  id: string;
  origin: number;
  to: string;
  /** Where absent, texts pass as they are. */
  values?: Record<string, Text>;
};

/** What stands in one place: app-config, or a file. */
export type Assigners = { aliases: RandomAlias[]; rules: RandomRule[] };

const shortName = fc.constantFrom(...SHORT_NAMES);

/** Seldom one that can't be read: a rule with one of those is left out. */
const textOf = (short: string): fc.Arbitrary<Text> => {
  const { texts } = DECLARATIONS[short];
  const good = texts.filter(({ readable }) => readable === 'all');
  return fc.oneof(
    { weight: 15, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom(...texts) },
  );
};

const declared = (maxLength: number) =>
  fc
    .uniqueArray(shortName, { minLength: 1, maxLength })
    .chain(
      names =>
        fc.record(
          Object.fromEntries(names.map(short => [short, textOf(short)])),
        ) as fc.Arbitrary<Record<string, Text>>,
    );

const SPECS: Record<string, object> = {
  Component: { lifecycle: 'production', owner: 'sre' },
  Resource: { owner: 'sre' },
  Group: { children: [] },
  User: { memberOf: [] },
};

/** What may stand in a file of an entity whose ref is always the same. */
export const randomEntity = (number: number): fc.Arbitrary<Entity> => {
  const kind = ['Component', 'Component', 'Resource', 'Group', 'User'][
    number % 5
  ];
  return fc
    .record({
      type: fc.constantFrom('website', 'team'),
      code: fc.constantFrom(1, 2),
      tags: fc.subarray(COLOURS),
      segment: fc.option(fc.subarray(COLOURS, { minLength: 1 })),
      desk: fc.option(fc.constantFrom('sre', 'none', 'green')),
      // Files say little, or nobody else would be heard.
      own: fc.oneof(
        { weight: 3, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: declared(2) },
      ),
      pretends: fc.boolean(),
    })
    .map(({ type, code, tags, segment, desk, own, pretends }) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: {
        name: `e${number}`,
        ...(number % 3 === 0 && { namespace: 'other' }),
        ...(number % 3 === 1 && { namespace: 'default' }),
        annotations: {
          ...(segment && { [SEGMENT]: segment.join(', ') }),
          ...Object.fromEntries(
            Object.entries(own).map(([short, { text }]) => [
              `customer-layer.io/${short}`,
              text,
            ]),
          ),
          ...(pretends && { 'customer-layer.io/assigned': 'layer=portal' }),
        },
        ...(desk && { labels: { [DESK]: desk } }),
        tags,
      },
      spec: { ...SPECS[kind], type, billing: { code } },
    }));
};

const randomRule: fc.Arbitrary<RandomRule> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  predicate: fc.nat(PREDICATES.length - 1),
  assign: declared(3),
});

// Of several texts a list is made, and only there.
const aliased = fc.oneof(
  shortName,
  fc.constantFrom('economic-customers', 'operations-team'),
);

const randomAlias: fc.Arbitrary<RandomAlias> = aliased.chain(to =>
  fc.record(
    {
      id: fc.constantFrom('a', 'b', 'c'),
      origin: fc.nat(ORIGINS.length - 1),
      to: fc.constant(to),
      values: fc.dictionary(
        fc.constantFrom(...COLOURS, '1', 'SRE'),
        textOf(to),
        { minKeys: 4 },
      ),
    },
    { requiredKeys: ['id', 'origin', 'to'] },
  ),
);

export const randomAssigners: fc.Arbitrary<Assigners> = fc.record({
  aliases: fc.array(randomAlias, { minLength: 2, maxLength: 5 }),
  rules: fc.array(randomRule, { minLength: 2, maxLength: 5 }),
});

/** What somebody has the portal say; nothing where they take it back. */
export const randomPortalText: fc.Arbitrary<[string, Text | undefined]> =
  shortName.chain(short =>
    fc.tuple(
      fc.constant(short),
      fc.option(textOf(short), { nil: undefined, freq: 3 }),
    ),
  );

const plain = (texts: Record<string, Text>) =>
  Object.fromEntries(
    Object.entries(texts).map(([name, { text }]) => [name, text]),
  );

/** Rules and aliases as one writes them. */
export const written = ({ aliases, rules }: Assigners) => ({
  aliases: aliases.map(({ id, origin, to, values }) => ({
    id,
    from: ORIGINS[origin].from,
    to,
    ...(values && { values: plain(values) }),
  })),
  rules: rules.map(({ id, predicate, assign }) => ({
    id,
    where: PREDICATES[predicate].where,
    assign: plain(assign),
  })),
});
