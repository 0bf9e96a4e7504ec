import { Entity } from '@backstage/catalog-model';
import { DEFAULT_DERIVATION_RULES } from '../config';
import { candidatesFor } from './assignDeclarations';
import { placesInConfig } from './placing';
import { readAssigners } from './readAssigners';
import { readAssignersYaml } from './readAssignersYaml';

const { deliverableKinds } = DEFAULT_DERIVATION_RULES;

const shop: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    annotations: {
      'example.com/segment': ' Retail ',
      'example.com/sold-to': 'b2b, RETAIL\nelse',
    },
    labels: { tier: '007' },
    tags: ['java', 'retail', 'b2b'],
  },
  spec: {
    type: 'service',
    owner: 'shop-team',
    'cost.centre': { number: 4711, codes: [4711, 'B', true, null, {}] },
    ops: '',
  },
};

/** What one alias or rule says of the shop. */
function said(yaml: string) {
  const { assigners, faults } = readAssignersYaml(yaml, 'test');
  expect(faults).toEqual([]);
  return Object.fromEntries(
    [...candidatesFor(shop, { assigners, deliverableKinds })].map(
      ([key, [{ value }]]) => [key, value],
    ),
  );
}

const alias = (from: string, to: string, values?: string) =>
  `aliases: [{ id: a, from: ${from}, to: ${to}${
    values ? `, values: ${values}` : ''
  } }]`;

it.each([
  // Without a map the text passes as it is.
  ['{ annotation: example.com/segment }', undefined, 'Retail'],
  ['{ annotation: example.com/sold-to }', undefined, 'b2b, RETAIL, else'],
  ['{ label: tier }', undefined, '007'],
  ['{ spec: owner }', undefined, 'shop-team'],
  ['{ spec: cost.centre.number }', undefined, '4711'],
  ['{ spec: cost.centre.codes }', undefined, '4711, B, true'],
  ['{ spec: cost.centre }', undefined, undefined],
  ['{ spec: ops }', undefined, undefined],
  ['{ annotation: example.com/none }', undefined, undefined],
  // With one only what it knows counts, in any case.
  ['{ annotation: example.com/segment }', '{ RETAIL: shoppers }', 'shoppers'],
  ['{ annotation: example.com/segment }', '{ else: shoppers }', undefined],
  ['{ spec: cost.centre.number }', '{ 4711: [a, b] }', 'a, b'],
  ['{ label: tier }', '{ 7: a, 007: b }', 'b'],
  // Lists item by item, in their order; repeats count once.
  ['tags', '{ b2b: traders, retail: shoppers }', 'shoppers, traders'],
  ['tags', '{ b2b: a, retail: "a, b" }', 'a, b'],
  ['{ annotation: example.com/sold-to }', '{ b2b: a, retail: b }', 'a, b'],
  ['tags', '{ java: none }', 'none'],
  ['tags', '{ java: none, retail: a }', 'a'],
])('an alias from %s by %s says %p', (from, values, value) => {
  expect(said(alias(from, 'economic-customers', values))).toEqual(
    value === undefined ? {} : { economicCustomers: value },
  );
});

it('takes the first of a list for a declaration that holds one', () => {
  expect(
    said(alias('tags', 'layer', '{ b2b: data, java: application }')),
  ).toEqual({ layer: 'application' });
});

it('tells which texts a map does not know', () => {
  const { assigners } = readAssignersYaml(
    alias('{ annotation: example.com/sold-to }', 'provider', '{ b2b: us }'),
    'test',
  );
  expect(assigners[0].unknownIn?.(shop)).toEqual(['RETAIL', 'else']);
});

it.each([
  ['{ kind: component, metadata.namespace: default }', true],
  ['{ kind: Component, spec.type: { $in: [website, service] } }', true],
  ['{ metadata.tags: { $contains: b2b }, spec.type: website }', false],
  ['{ $any: [{ kind: API }, { $not: { spec.owner: none } }] }', true],
  ['{ metadata.annotations.example.com/segment: { $exists: true } }', true],
  ['{ spec.cost.centre.number: "4711" }', true],
  ['{}', true],
])('a rule where %s applies: %p', (where, applies) => {
  expect(
    said(
      `rules: [{ id: r, where: ${where}, assign: { operations-team: sre } }]`,
    ),
  ).toEqual(applies ? { operationsTeam: 'sre' } : {});
});

it('reads several texts of a rule as a list', () => {
  const { assigners } = readAssigners(
    {
      rules: [
        {
          id: 'r.1',
          where: { kind: 'API' },
          assign: {
            'operations-team': 'sre',
            'economic-customers': ['shoppers', 'customer:other/traders'],
          },
        },
      ],
      aliases: [{ id: 'a', from: 'tags', to: 'layer', values: { db: 'data' } }],
    },
    placesInConfig('assignments'),
  );
  expect(assigners).toEqual([
    expect.objectContaining({
      source: 'alias:a',
      at: 'assignments.aliases.0',
      says: 'layer from tags, by 1 value',
    }),
    expect.objectContaining({
      source: 'rule:r.1',
      at: 'assignments.rules.0',
      says: 'economic-customers: shoppers, customer:other/traders; operations-team: sre',
      where: '{"kind":"API"}',
    }),
  ]);
});

const good = '{ id: good, where: { kind: API }, assign: { layer: data } }';

it.each([
  ['- just text', 2, undefined, '"just text" is not a mapping. Write one rule'],
  [
    '- { id: a b, where: {}, assign: { layer: data } }',
    2,
    undefined,
    '"a b" can\'t be an id.',
  ],
  [
    '- { id: 7, where: {}, assign: { layer: data } }',
    2,
    undefined,
    '7 can\'t be an id. Write up to 63 letters, digits, "-", "_" and ".", in quotes where it is a number',
  ],
  ['- where: {}\n  assign: { layer: data }', 2, undefined, '"id" is missing'],
  [
    '- id: x\n  where: {}\n  assignt: {}\n  assign: { layer: data }',
    4,
    'x',
    '"assignt" is not known here. Did you mean "assign"?',
  ],
  ['- id: x\n  assign: { layer: data }', 2, 'x', '"where" is missing. Add it'],
  ['- id: x\n  where: {}\n  assign:', 4, 'x', 'null assigns nothing.'],
  [
    '- id: x\n  where: {}\n  assign:\n    operation-team: sre',
    5,
    'x',
    '"operation-team" is not a declaration. Did you mean "operations-team"?',
  ],
  [
    '- id: x\n  where: {}\n  assign: { customer-layer.io/layer: data }',
    4,
    'x',
    'Write it without the prefix: layer',
  ],
  [
    '- id: x\n  where: {}\n  assign: { layer: attic }',
    4,
    'x',
    'layer: "attic" is not one of ',
  ],
  [
    '- id: x\n  where: {}\n  assign: { layer: 7 }',
    4,
    'x',
    "7 can't be assigned as layer. Write a text",
  ],
  [
    '- id: x\n  where: {}\n  assign: { operations-team: [sre, component:x] }',
    4,
    'x',
    'operations-team: "component:x" is of kind component, and only group, user can stand here',
  ],
  [
    '- id: x\n  where: API\n  assign: { layer: data }',
    3,
    'x',
    '"API" is not a filter predicate. Write one as in { kind: Component,',
  ],
  [
    '- id: x\n  where: { spec: { type: service } }\n  assign: { layer: data }',
    3,
    'x',
    '{"spec":{"type":"service"}} is not a filter predicate. Write paths',
  ],
  [
    '- id: x\n  where: { spec.type: { $exists: true, $in: [a] } }\n  assign: { layer: data }',
    3,
    'x',
    'has something beside an operator',
  ],
  [
    '- id: x\n  where:\n    $all:\n      - spec.type: { $in: [a, b, c] }\n      - $any:\n          - kind: API\n            spec.tier: { $like: 1 }\n          - kind: Group\n  assign: { layer: data }',
    8,
    'x',
    '{"spec.tier":{"$like":1}} is not a filter predicate.',
  ],
  [
    '- id: x\n  where:\n    $not:\n      $any: [{ kind: API }]\n      kind: Group\n  assign: { layer: data }',
    4,
    'x',
    '{"$any":[{"kind":"API"}],"kind":"Group"} has something beside an operator',
  ],
  [
    '- id: x\n  where:\n    kind: API\n    metadata.tags:\n      $contains:\n        a: { b: 1 }\n  assign: { layer: data }',
    7,
    'x',
    '{"a":{"b":1}} is not a filter predicate.',
  ],
  [
    '- id: x\n  where:\n    $not:\n      relations.ownedBy: group:default/a\n  assign: { layer: data }',
    5,
    'x',
    '"relations.ownedBy" can never match: the catalog adds relations only after',
  ],
  [
    '- id: good\n  where: {}\n  assign: { layer: data }',
    2,
    'good',
    'There is another rule "good" before it, at file:1, and that one holds. Give this one another id',
  ],
])('a bad rule disables only itself: %p', (rule, line, id, message) => {
  const text = `rules:\n${rule}\n- ${good}\n`;
  const { assigners, faults } = readAssignersYaml(
    id === 'good' ? `rules: [${good}]\n---\nrules:\n${rule}\n` : text,
    'file',
  );
  expect(assigners.map(({ source }) => source)).toEqual(['rule:good']);
  expect(faults).toEqual([
    {
      at: 'file',
      line: id === 'good' ? line + 2 : line,
      ...(id && { id }),
      message: expect.stringContaining(message),
    },
  ]);
});

it.each([
  ['{ id: x, from: tag, to: layer }', '"tag" does not say what to read. Write'],
  ['{ id: x, from: { annotations: a }, to: layer }', 'does not say what to'],
  ['{ id: x, from: { label: a, spec: b }, to: layer }', 'does not say what to'],
  ['{ id: x, from: tags, to: layers }', 'Did you mean "layer"?'],
  ['{ id: x, from: tags, to: layer, values: {} }', '{} maps nothing.'],
  [
    '{ id: x, from: tags, to: layer, values: { a: data, A: data } }',
    '"A" and "a" are the same text',
  ],
  [
    '{ id: x, from: tags, to: layer, values: { a: attic } }',
    'layer: "attic" is not one of ',
  ],
  ['{ id: x, to: layer }', '"from" is missing. Add it'],
])('a bad alias disables only itself: %p', (bad, message) => {
  const { assigners, faults } = readAssignersYaml(
    `aliases:\n- ${bad}\nrules: [${good}]`,
    'file',
  );
  expect(assigners).toHaveLength(1);
  expect(faults).toEqual([
    {
      at: 'file',
      line: 2,
      id: 'x',
      message: expect.stringContaining(message),
    },
  ]);
});

it('tells all that is wrong with a rule, and with what stands around rules', () => {
  const { faults } = readAssigners(
    {
      rule: [],
      aliases: {},
      rules: [{ id: 'x', where: 7, assign: { layers: 'data', slo: 'x' } }],
    },
    placesInConfig('customerLayer.assignments'),
  );
  expect(faults.map(({ at }) => at)).toEqual([
    'customerLayer.assignments.rule',
    'customerLayer.assignments.aliases',
    'customerLayer.assignments.rules.0.where',
    'customerLayer.assignments.rules.0.assign.layers',
    'customerLayer.assignments.rules.0.assign.slo',
  ]);
});

it.each([
  ['rules: [', 1],
  ['rules: []\nrules: []', 2],
  [`a: &a [1]\nb: [${Array(200).fill('*a')}]`, 1],
])('what is no YAML is one fault: %p', (text, line) => {
  const { assigners, faults, unreadable } = readAssignersYaml(text, 'file');
  expect([assigners, faults]).toEqual([[], [unreadable]]);
  expect(unreadable).toMatchObject({ at: 'file', line });
});

it.each(['', '# nothing yet\n', '---\n---\n', 'rules: []', 'rules:'])(
  'reads no rules from %p',
  text => {
    expect(readAssignersYaml(text, 'file')).toEqual({
      assigners: [],
      faults: [],
    });
  },
);
