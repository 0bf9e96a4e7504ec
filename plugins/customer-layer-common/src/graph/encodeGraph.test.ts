import fc from 'fast-check';
import { randomCatalog } from '../__testUtils__/randomCatalog';
import { sha256 } from '../__testUtils__/sha256';
import { DEFAULT_DERIVATION_RULES } from '../config';
import { GraphBuilder } from './GraphBuilder';
import { decodeGraph } from './decodeGraph';
import { encodeGraph } from './encodeGraph';
import { GraphFormatError } from './graphFormat';
import { layersOf } from './layersOf';
import { updateGraph } from './updateGraph';

const builtAt = '2026-06-01T00:00:00Z';
const now = new Date(builtAt);

const someGraph = (rules = DEFAULT_DERIVATION_RULES) => {
  const builder = new GraphBuilder({ rules, digest: sha256 });
  builder.add({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'web',
      title: 'Ladenfläche 🛒',
      annotations: { 'customer-layer.io/economic-customers': 'shoppers' },
    },
    relations: [{ type: 'dependsOn', targetRef: 'resource:default/db' }],
  });
  return builder.build({ builtAt });
};

it('reads what it wrote', () => {
  fc.assert(
    fc.property(randomCatalog, entities => {
      const builder = new GraphBuilder({ digest: sha256 });
      entities.forEach(entity => builder.add(entity));
      const graph = builder.build({ builtAt });
      const bytes = encodeGraph(graph);
      const read = decodeGraph(bytes);
      expect(read.stamp).toEqual(graph.stamp);
      expect(read.counts).toEqual(graph.counts);
      expect(encodeGraph(read)).toEqual(bytes);
    }),
    { numRuns: 300, seed: 20261122 },
  );
});

it('answers and is updated from bytes at any place, under the rules of their own', () => {
  const rules = { ...DEFAULT_DERIVATION_RULES, assumeOwner: false };
  const graph = someGraph(rules);
  const bytes = encodeGraph(graph);
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  const read = decodeGraph(shifted.subarray(3));
  expect(read.rules).toEqual(rules);
  expect(read.counts).toEqual(graph.counts);
  const web = 'component:default/web';
  expect(layersOf(read, web, { now })).toEqual(layersOf(graph, web, { now }));
  const gone = updateGraph(read, [{ entityRef: web }], {
    digest: sha256,
    builtAt,
  });
  expect(gone.graph.counts.entities).toBe(0);
});

describe('refuses, with what is wrong', () => {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
  const replaced = (from: string, to: string) => {
    const written = text(encodeGraph(someGraph()));
    expect(written).toContain(from);
    return Buffer.from(written.replace(from, to), 'latin1');
  };
  it.each([
    ['nothing', () => new Uint8Array(), 'is none'],
    ['anything else', () => Buffer.from('{"format": 1, "what": 2}'), 'is none'],
    [
      'another format',
      () => replaced('"format":2', '"format":9'),
      'not of format 2',
    ],
    [
      'a broken header',
      () => replaced('"builtAt":"', '"builtAt:""'),
      'not of format 2',
    ],
    [
      'an end too early',
      () => encodeGraph(someGraph()).slice(0, -8),
      'ends within column "restsOn.values"',
    ],
    [
      'a missing column',
      () => replaced('"name":"parts.offsets"', '"name":"parts.0ffsets"'),
      'no column "parts.offsets"',
    ],
    [
      'columns that do not fit together',
      () =>
        replaced(
          '"name":"serves.values","type":"Uint32","length":1',
          '"name":"serves.values","type":"Uint32","length":2',
        ),
      'has 2 in place of 1 values in column "serves.values"',
    ],
  ])('%s', (_, bytes, fault) => {
    expect(() => decodeGraph(bytes())).toThrow(GraphFormatError);
    expect(() => decodeGraph(bytes())).toThrow(fault);
  });
});
