import { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';

/** A text, and whether it can be read as the declaration that it is assigned as. */
type Text = { text: string; readable: boolean };

const good = (text: string): Text => ({ text, readable: true });
const bad = (text: string): Text => ({ text, readable: false });

/** A few declarations by their short names, in the order of the table: what they mean something on, and texts. */
const DECLARATIONS: Record<string, { on: 'delivery' | 'team'; texts: Text[] }> =
  {
    'economic-customers': {
      on: 'delivery',
      texts: [
        good('buyers'),
        good('none'),
        good('a, customer:x/b'),
        bad('a b'),
      ],
    },
    'operations-team': {
      on: 'delivery',
      texts: [good('sre'), good('user:default/ann'), bad('component:x')],
    },
    layer: { on: 'delivery', texts: [good('data'), bad('attic')] },
    stage: { on: 'team', texts: [good('front-stage'), bad('middle')] },
  };

const NAMES = Object.keys(DECLARATIONS);

const KINDS = ['Component', 'API', 'Group', 'User'];

/** Predicates, and what they mean. */
const PREDICATES: Array<{ where: object; holds(entity: Entity): boolean }> = [
  { where: {}, holds: () => true },
  { where: { kind: 'component' }, holds: ({ kind }) => kind === 'Component' },
  {
    where: { $not: { 'metadata.tags': { $contains: 'green' } } },
    holds: ({ metadata }) => !metadata.tags?.includes('green'),
  },
  {
    where: { 'metadata.namespace': 'default' },
    holds: ({ metadata }) => (metadata.namespace ?? 'default') === 'default',
  },
  {
    where: {
      'metadata.annotations.customer-layer.io/layer': { $exists: true },
    },
    holds: ({ metadata }) =>
      metadata.annotations?.['customer-layer.io/layer'] !== undefined,
  },
];

/** What aliases read. */
const ORIGINS: Array<{ from: unknown; texts(entity: Entity): string[] }> = [
  { from: 'tags', texts: ({ metadata }) => metadata.tags ?? [] },
  {
    from: { annotation: 'example.com/colour' },
    texts: ({ metadata }) =>
      [metadata.annotations?.['example.com/colour'] ?? []].flat(),
  },
  { from: { spec: 'size' }, texts: ({ spec }) => [`${spec?.size}`] },
];

const COLOURS = ['green', 'red', 'blue'];

export type RandomRule = {
  id: string;
  predicate: number;
  assign: Record<string, Text>;
};

export type RandomAlias = {
  id: string;
  origin: number;
  to: string;
  values: Record<string, Text>;
};

/** Everything that decides what is assigned. */
export type World = {
  files: Entity[];
  /** By the number of the file and the short name. */
  portal: Array<Record<string, string>>;
  aliases: RandomAlias[];
  rules: RandomRule[];
};

const name = fc.constantFrom(...NAMES);
const textOf = (short: string) => fc.constantFrom(...DECLARATIONS[short].texts);
const readable = (short: string) =>
  fc.constantFrom(...DECLARATIONS[short].texts.filter(text => text.readable));

const declared = (text: (short: string) => fc.Arbitrary<Text>) =>
  fc.record(Object.fromEntries(NAMES.map(short => [short, text(short)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Record<string, Text>>;

/** An entity as its file says. */
export const randomFile = (number: number): fc.Arbitrary<Entity> =>
  fc
    .record({
      kind: fc.constantFrom(...KINDS),
      namespace: fc.constantFrom(undefined, 'default', 'other'),
      colour: fc.constantFrom(undefined, ...COLOURS),
      tags: fc.subarray(COLOURS),
      size: fc.constantFrom(1, 2),
      own: declared(textOf),
      pretends: fc.boolean(),
    })
    .map(({ kind, namespace, colour, tags, size, own, pretends }) => ({
      apiVersion: 'x/v1',
      kind,
      metadata: {
        name: `n${number}`,
        ...(namespace && { namespace }),
        annotations: {
          ...(colour && { 'example.com/colour': colour }),
          ...Object.fromEntries(
            Object.entries(own).map(([short, { text }]) => [
              `customer-layer.io/${short}`,
              text,
            ]),
          ),
          ...(pretends && { 'customer-layer.io/assigned': 'layer=portal' }),
        },
        tags,
      },
      spec: { size },
    }));

export const randomRule: fc.Arbitrary<RandomRule> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  predicate: fc.nat(PREDICATES.length - 1),
  assign: declared(readable).filter(texts => Object.keys(texts).length > 0),
});

export const randomAlias: fc.Arbitrary<RandomAlias> = name.chain(to =>
  fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    origin: fc.nat(ORIGINS.length - 1),
    to: fc.constant(to),
    values: fc
      .tuple(...[...COLOURS, '1'].map(() => fc.option(readable(to))))
      .map(texts =>
        Object.fromEntries(
          [...COLOURS, '1'].flatMap((value, index) => {
            const text = texts[index];
            return text ? [[value, text]] : [];
          }),
        ),
      )
      .filter(values => Object.keys(values).length > 0),
  }),
);

/** What somebody asks the portal for. */
export const randomPortalText: fc.Arbitrary<[string, string]> = name.chain(
  short => textOf(short).map(({ text }): [string, string] => [short, text]),
);

/** Rules and aliases as one writes them. */
export const written = ({
  aliases,
  rules,
}: Pick<World, 'aliases' | 'rules'>) => ({
  aliases: aliases.map(({ id, origin, to, values }) => ({
    id,
    from: ORIGINS[origin].from,
    to,
    values: Object.fromEntries(
      Object.entries(values).map(([value, { text }]) => [value, text]),
    ),
  })),
  rules: rules.map(({ id, predicate, assign }) => ({
    id,
    where: PREDICATES[predicate].where,
    assign: Object.fromEntries(
      Object.entries(assign).map(([short, { text }]) => [short, text]),
    ),
  })),
});

const isReadable = (short: string, text: string) =>
  DECLARATIONS[short].texts.find(one => one.text === text)?.readable ?? true;

function aliasText(entity: Entity, alias: RandomAlias): string | undefined {
  const texts = ORIGINS[alias.origin]
    .texts(entity)
    .flatMap(value => alias.values[value]?.text ?? []);
  if (alias.to !== 'economic-customers' && alias.to !== 'operations-team') {
    return texts[0];
  }
  const refs = new Set(texts.flatMap(text => text.split(', ')));
  if (refs.size > 1) {
    refs.delete('none');
  }
  return [...refs].join(', ') || undefined;
}

const firstOfEach = <T extends { id: string }>(items: T[]) =>
  items.filter(
    (item, index) => items.findIndex(({ id }) => id === item.id) === index,
  );

/** Who says what of an entity's declarations besides its file, in order; the rules read word by word, and slowly. */
export function saidOf(
  world: World,
  number: number,
): Array<{ short: string; source: string; text: string }> {
  const entity = world.files[number];
  const kind = entity.kind.toLowerCase();
  const on = kind === 'group' ? 'team' : 'delivery';
  const names = NAMES.filter(
    short => kind !== 'user' && DECLARATIONS[short].on === on,
  );
  return names.flatMap(short => {
    const said: Array<{ source: string; text: string | undefined }> = [
      { source: 'portal', text: world.portal[number]?.[short] },
    ];
    for (const alias of firstOfEach(world.aliases)) {
      if (alias.to === short) {
        said.push({
          source: `alias:${alias.id}`,
          text: aliasText(entity, alias),
        });
      }
    }
    for (const { id, predicate, assign } of firstOfEach(world.rules)) {
      if (PREDICATES[predicate].holds(entity)) {
        said.push({ source: `rule:${id}`, text: assign[short]?.text });
      }
    }
    return said.flatMap(({ source, text }) =>
      text !== undefined && isReadable(short, text)
        ? [{ short, source, text }]
        : [],
    );
  });
}

/** Whether the file says something of a declaration itself. */
export const saysItself = (entity: Entity, short: string) =>
  entity.metadata.annotations?.[`customer-layer.io/${short}`] !== undefined;

/** The annotations that the catalog must give an entity. */
export function expectedAnnotations(
  world: World,
  number: number,
): Record<string, string> {
  const entity = world.files[number];
  const annotations = { ...entity.metadata.annotations };
  delete annotations['customer-layer.io/assigned'];
  const sources: string[] = [];
  for (const { short, source, text } of saidOf(world, number)) {
    if (annotations[`customer-layer.io/${short}`] === undefined) {
      annotations[`customer-layer.io/${short}`] = text;
      sources.push(`${short}=${source}`);
    }
  }
  if (sources.length) {
    annotations['customer-layer.io/assigned'] = sources.join('; ');
  }
  return annotations;
}
