import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { createTwoFilesPatch } from 'diff';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { annotateText } from './annotateText';

jest.setTimeout(120_000);

const TEAM = 'customer-layer.io/operations-team';
const LAYER = 'customer-layer.io/layer';

const REF = 'component:default/shop';
const add = (
  text: string,
  annotations: Record<string, string> = { [TEAM]: 'sre' },
) => annotateText(text, new Map([[REF, annotations]]));

it.each([
  [
    'behind the name, where there are no annotations',
    'kind: Component\nmetadata:\n    name: shop # ours\n    tags: [a]\n',
    `kind: Component\nmetadata:\n    name: shop # ours\n    annotations:\n      ${TEAM}: sre\n    tags: [a]\n`,
  ],
  [
    'behind the last line without a break',
    'kind: Component\r\nmetadata:\r\n  name: shop',
    `kind: Component\r\nmetadata:\r\n  name: shop\r\n  annotations:\r\n    ${TEAM}: sre`,
  ],
  [
    'on top of others, and under what is said of them',
    'kind: Component\nmetadata:\n  annotations: # all\n     # first\n     a: |\n       x\n  name: shop\n',
    `kind: Component\nmetadata:\n  annotations: # all\n     ${TEAM}: sre\n     # first\n     a: |\n       x\n  name: shop\n`,
  ],
  [
    'where others are announced',
    'kind: Component\nmetadata:\n  annotations:\n  name: shop\n',
    `kind: Component\nmetadata:\n  annotations:\n    ${TEAM}: sre\n  name: shop\n`,
  ],
  [
    'where there are none in so many words',
    'kind: Component\nmetadata:\n  annotations: ~ # none\n  name: shop\n',
    `kind: Component\nmetadata:\n  annotations: { ${TEAM}: "sre" } # none\n  name: shop\n`,
  ],
  [
    'into empty braces',
    'kind: Component\nmetadata:\n  annotations: {}\n  name: shop\n',
    `kind: Component\nmetadata:\n  annotations: { ${TEAM}: "sre" }\n  name: shop\n`,
  ],
  [
    'into braces',
    "kind: Component\nmetadata: { name: shop, annotations: {a: 'b' , } }\n",
    `kind: Component\nmetadata: { name: shop, annotations: {a: 'b', ${TEAM}: "sre" , } }\n`,
  ],
  [
    'into braces without annotations',
    'kind: Component\nmetadata: { name: shop }\n',
    `kind: Component\nmetadata: { name: shop, annotations: { ${TEAM}: "sre" } }\n`,
  ],
  [
    'where others are announced in braces',
    'kind: Component\nmetadata: { name: shop, annotations: }\n',
    `kind: Component\nmetadata: { name: shop, annotations: { ${TEAM}: "sre" }}\n`,
  ],
  [
    'into empty braces of JSON',
    '{ "kind": "Component", "metadata": { "name": "shop", "annotations": {} } }\n',
    `{ "kind": "Component", "metadata": { "name": "shop", "annotations": { "${TEAM}": "sre" } } }\n`,
  ],
  [
    'into JSON',
    '{\n  "kind": "Component",\n  "metadata": {\n    "name": "shop",\n    "annotations": {\n      "a": "b"\n    }\n  }\n}\n',
    `{\n  "kind": "Component",\n  "metadata": {\n    "name": "shop",\n    "annotations": {\n      "a": "b",\n      "${TEAM}": "sre"\n    }\n  }\n}\n`,
  ],
  [
    'into the right one of several documents, and only there',
    '# top\n---\nkind: Group\nmetadata: {name: shop}\n---\nkind: component\nmetadata:\n  name: shop\n  namespace: default\n...\n---\nkind: Component\nmetadata:\n  name: shop\n  namespace: other\n',
    `# top\n---\nkind: Group\nmetadata: {name: shop}\n---\nkind: component\nmetadata:\n  name: shop\n  annotations:\n    ${TEAM}: sre\n  namespace: default\n...\n---\nkind: Component\nmetadata:\n  name: shop\n  namespace: other\n`,
  ],
  [
    'beside placeholders, anchors and documents that are not readable',
    'kind: Component\nmetadata:\n  name: shop\n  description: { $text: ./a.md }\n  annotations: &all\n    a: &x y\nspec:\n  b: *x\n---\na: [\n',
    `kind: Component\nmetadata:\n  name: shop\n  description: { $text: ./a.md }\n  annotations: &all\n    ${TEAM}: sre\n    a: &x y\nspec:\n  b: *x\n---\na: [\n`,
  ],
])('adds %s', (_, before, after) => {
  expect(add(before)).toEqual({ text: after, faults: new Map() });
});

it.each([
  ['yes', '"yes"'],
  ['0o17', '"0o17"'],
  ['12e3', '"12e3"'],
  ['12:30', '"12:30"'],
  [`${'word '.repeat(40)}end`, `${'word '.repeat(40)}end`],
])(
  'writes %s so that every reader of YAML takes it for the same text',
  (value, written) => {
    expect(
      add('kind: Component\nmetadata:\n  name: shop\n', { [TEAM]: value }).text,
    ).toContain(`${TEAM}: ${written}\n`);
  },
);

it('adds only what is not there', () => {
  const text = `kind: Component\nmetadata:\n  name: shop\n  annotations:\n    ${TEAM}: own\n`;
  expect(add(text, { [TEAM]: 'sre', [LAYER]: 'data' }).text).toBe(
    `kind: Component\nmetadata:\n  name: shop\n  annotations:\n    ${LAYER}: data\n    ${TEAM}: own\n`,
  );
});

it.each([
  [
    'an alias',
    'kind: Component\nmetadata:\n  name: shop\n  labels: &l { a: b }\n  annotations: *l\n',
    'Write them one to a line',
  ],
  [
    'what an alias repeats',
    'kind: Component\nmetadata:\n  name: shop\n  annotations: &l { a: b }\n  labels: *l\n',
    'Write them one to a line',
  ],
  [
    'a placeholder',
    'kind: Component\nmetadata:\n  name: shop\n  annotations:\n    $yaml: ./a.yaml\n',
    'Write them one to a line',
  ],
  [
    'an explicit key',
    'kind: Component\nmetadata:\n  name: shop\n  ? annotations\n  : a: b\n',
    'Write them one to a line',
  ],
  ['another entity', 'kind: API\nmetadata: {name: shop}\n', 'has no entity'],
  [
    'a template',
    'kind: Component\nmetadata:\n  name: {{ name }}-web\n',
    'as far as it is readable YAML',
  ],
  [
    'one that is there twice',
    'kind: Component\nmetadata: {name: shop}\n---\nkind: Component\nmetadata: {name: shop}\n',
    'has several entities',
  ],
  [
    'one that has it by now',
    `kind: Component\nmetadata: {name: shop, annotations: { ${TEAM}: own }}\n`,
    'Wait until the catalog has read it',
  ],
])('leaves %s as it is, and says so', (_, text, message) => {
  const { text: after, faults } = add(text);
  expect(after).toBe(text);
  expect([...faults]).toEqual([[REF, expect.stringContaining(message)]]);
});

const VALUES = fc.oneof(
  fc.constantFrom(
    ...[
      'sre',
      'none',
      'no',
      'a, b',
      'a: b',
      'x #y',
      '- a',
      '@a',
      '"',
      "'",
      '|',
    ],
    ...['2026-04-30', '007', '1e3', 'true', '~', '{ a', '[a', '*a', '&a', '!a'],
    ...[
      'a\nb',
      ' a ',
      '',
      '\u00e4 \u2014 \ud83d\ude00',
      'a\tb',
      'https://x.example/?a#b',
    ],
  ),
  fc.string({ unit: 'grapheme' }),
);

const ANNOTATIONS = fc
  .record({ [TEAM]: VALUES, [LAYER]: VALUES }, { requiredKeys: [] })
  .filter(all => Object.keys(all).length > 0) as fc.Arbitrary<
  Record<string, string>
>;

/** Some ways to write metadata, at an indentation. */
const METADATA: Array<(name: string, step: string) => string[]> = [
  name => [`metadata: {name: ${name}}`],
  name => [`metadata: { annotations: { a: "b" }, name: ${name} } # c`],
  name => [`metadata:`, `  name: "${name}"   # the name`, `  title: A`],
  (name, step) => [`metadata:`, `${step}title: B`, `${step}name: ${name}`],
  (name, step) => [
    `metadata: # m`,
    `${step}annotations:`,
    `${step}  # one`,
    `${step}  'a/b': >-`,
    `${step}    folded`,
    ``,
    `${step}    text`,
    `${step}name: ${name}`,
  ],
  (name, step) => [
    `metadata:`,
    ``,
    `${step}name: ${name}`,
    `${step}annotations: &x`,
    `${step}${step}a: "1"`,
    `${step}${step}b: { $text: ./b }`,
  ],
  (name, step) => [
    `metadata:`,
    `${step}annotations: {}`,
    `${step}name: ${name}`,
  ],
  (name, step) => [`metadata:`, `${step}name: ${name}`, `${step}annotations:`],
  (name, step) => [
    `"metadata": {`,
    `${step}"name": "${name}", "annotations": {`,
    `${step}${step}"a": "b",`,
    `${step}${step}"c": "d"`,
    `${step}} }`,
  ],
];

const FILE = fc
  .record({
    entities: fc.array(
      fc.record({
        metadata: fc.nat(METADATA.length - 1),
        step: fc.constantFrom('  ', '    '),
        spec: fc.constantFrom([], ['spec:', '  type: x # y', '  a: [ 1,2 ]']),
        annotations: fc.option(ANNOTATIONS),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    eol: fc.constantFrom('\n', '\r\n'),
    end: fc.boolean(),
    head: fc.constantFrom([], ['# comment', '']),
  })
  .map(({ entities, eol, end, head }) => {
    const documents = entities.map(({ metadata, step, spec }, index) => [
      ...(index ? ['---'] : head),
      'kind: Component',
      ...METADATA[metadata](`n${index}`, step),
      ...spec,
    ]);
    return {
      text: documents.flat().join(eol) + (end ? eol : ''),
      wanted: new Map(
        entities.flatMap(({ annotations }, index) =>
          annotations ? [[`component:default/n${index}`, annotations]] : [],
        ) as Array<[string, Record<string, string>]>,
      ),
    };
  });

const entitiesIn = (text: string) =>
  [...parseAllDocuments(text)].map(document => document.toJS() as Entity);

/** Whether a text is left when something is taken out of another. */
function isLeftOf(text: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) {
    if (text.startsWith(letter, at)) {
      at += letter.length;
    }
  }
  return at === text.length;
}

it('gives each entity exactly its annotations, and takes nothing away', () => {
  fc.assert(
    fc.property(FILE, ({ text, wanted }) => {
      const { text: after, faults } = annotateText(text, wanted);
      expect(faults).toEqual(new Map());
      expect(isLeftOf(text, after)).toBe(true);
      expect(entitiesIn(after)).toEqual(
        entitiesIn(text).map(({ metadata, ...rest }) => {
          const more = wanted.get(stringifyEntityRef({ ...rest, metadata }));
          return {
            ...rest,
            metadata: more
              ? {
                  ...metadata,
                  annotations: { ...metadata.annotations, ...more },
                }
              : metadata,
          };
        }),
      );
    }),
    { numRuns: 500, seed: 20261128 },
  );
});

describe('a patch', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'patch-'));
    execFileSync('git', ['init', '-q'], { cwd: folder });
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('is taken by git, byte by byte', () => {
    const path = 'a file.yaml';
    const file = join(folder, path);
    fc.assert(
      fc.property(FILE, ({ text, wanted }) => {
        const { text: after } = annotateText(text, wanted);
        fc.pre(after !== text);
        writeFileSync(file, text);
        const input = createTwoFilesPatch(
          `a/${path}`,
          `b/${path}`,
          text,
          after,
        );
        execFileSync('git', ['apply'], { cwd: folder, input });
        expect(readFileSync(file, 'utf8')).toBe(after);
      }),
      { numRuns: 40, seed: 20261128 },
    );
  });
});
