import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import { randomCatalog } from '../__testUtils__/randomCatalog';
import { Reference } from '../__testUtils__/reference';
import { sha256 } from '../__testUtils__/sha256';
import { COVERAGE_ASPECTS, CoverageCounts } from '../api/CoverageApi';
import { readAssigned } from '../assign/assignment';
import { CUSTOMER_API_VERSION } from '../model/customer';
import { CUSTOMER_SOURCES } from '../graph/answers';
import { CustomerGraph } from '../graph/CustomerGraph';
import { GraphBuilder } from '../graph/GraphBuilder';
import { DECLARATION_KEY_OF, DECLARATION_NAMES } from '../graph/GraphIndex';
import { layersOf } from '../graph/layersOf';
import { readDeclarations } from '../model/declarations';
import { coverageOf } from './coverageOf';

const builtAt = '2026-06-01T00:00:00Z';
const options = { now: new Date(builtAt) };

const held = (apiVersion: string, kind: string, name: string): Entity => ({
  apiVersion,
  kind,
  metadata: { name },
  spec: { type: 'economic' },
});

// Some of those whom random catalogs name exist.
const PEOPLE = [
  held(CUSTOMER_API_VERSION, 'Customer', 'alpha'),
  held('backstage.io/v1alpha1', 'Group', 'sre'),
  held(CUSTOMER_API_VERSION, 'Customer', 'beta'),
  held('backstage.io/v1alpha1', 'User', 'ann'),
];

const zeros = (sources: readonly string[]) =>
  Object.fromEntries(sources.map(source => [source, 0]));

const nothing = () =>
  ({
    entities: 0,
    anyCustomer: 0,
    economic: zeros(CUSTOMER_SOURCES),
    internal: zeros(CUSTOMER_SOURCES),
    operations: zeros(['declared', 'inherited', 'assumed']),
    nobody: zeros(COVERAGE_ASPECTS),
  } as unknown as CoverageCounts);

/** Where an entity has what it has from, as its layers and all ways to its customers say. */
function sourcesOf(
  ref: string,
  { graph, reference }: { graph: CustomerGraph; reference: Reference },
) {
  const { customers, operations } = layersOf(graph, ref, options)!;
  const existing = customers.filter(({ exists }) => exists);
  const ways = reference.waysToCustomers(ref).filter(({ exists }) => exists);
  const [economic, internal] = (['economic', 'internal'] as const).map(role => {
    const source = CUSTOMER_SOURCES.find(one =>
      ways.some(way => way.role === role && way.source === one),
    );
    // Nothing that any layer shows is missing, and nothing else counts.
    const shown = existing
      .filter(customer => customer.role === role)
      .map(entry => CUSTOMER_SOURCES.indexOf(entry.source));
    expect(source === undefined).toBe(shown.length === 0);
    expect(source ? CUSTOMER_SOURCES.indexOf(source) : 0).toBeLessThanOrEqual(
      Math.min(...shown),
    );
    return source;
  });
  const sources = {
    economic,
    internal,
    operations: (['declared', 'inherited', 'assumed'] as const).find(one =>
      operations.some(({ source, exists }) => exists && source === one),
    ),
  };
  return {
    ...sources,
    nobody: COVERAGE_ASPECTS.filter(
      aspect => !sources[aspect] && reference.saysNone(ref, aspect),
    ),
    anyCustomer: existing.some(({ source }) => source !== 'consumer'),
  };
}

function add(
  counts: CoverageCounts,
  sources: ReturnType<typeof sourcesOf>,
): void {
  const { economic, internal, operations, nobody, anyCustomer } = sources;
  nobody.forEach(aspect => {
    counts.nobody[aspect]++;
  });
  counts.entities++;
  counts.anyCustomer += anyCustomer ? 1 : 0;
  if (economic) {
    counts.economic[economic]++;
  }
  if (internal) {
    counts.internal[internal]++;
  }
  if (operations) {
    counts.operations[operations]++;
  }
}

it('counts what layers say of each entity', () => {
  const seen = nothing();
  fc.assert(
    fc.property(randomCatalog, fc.nat(PEOPLE.length), (some, people) => {
      const entities = [...some, ...PEOPLE.slice(0, people)];
      const builder = new GraphBuilder({ digest: sha256 });
      entities.forEach(entity => builder.add(entity));
      const graph = builder.build({ builtAt });
      const reference = new Reference(entities);

      const all = nothing();
      const byKind: Record<string, CoverageCounts> = {};
      const declarations: Record<string, number> = {};
      for (const entity of some.filter(({ kind }) => kind !== 'robot')) {
        const ref = stringifyEntityRef(entity);
        byKind[entity.kind] ??= nothing();
        const sources = sourcesOf(ref, { graph, reference });
        [all, byKind[entity.kind], seen].forEach(counts =>
          add(counts, sources),
        );
        const { declarations: says } = readDeclarations(entity);
        for (const key of DECLARATION_NAMES.map(
          name => DECLARATION_KEY_OF[name],
        )) {
          if (says[key]) {
            const source = readAssigned(entity)[key] ?? 'file';
            declarations[source] = (declarations[source] ?? 0) + 1;
          }
        }
      }
      expect(coverageOf(graph)).toEqual({
        ...all,
        graph: graph.stamp,
        byKind,
        declarations: ['file', 'portal', 'alias:y', 'rule:x']
          .filter(source => declarations[source])
          .map(source => ({ source, count: declarations[source] })),
        customers: PEOPLE.slice(0, people).filter(
          ({ kind }) => kind === 'Customer',
        ).length,
      });
    }),
    { numRuns: 700, seed: 20261128 },
  );
  const { consumer, ...fromEconomic } = seen.economic;
  expect(consumer).toBe(0);
  expect(
    Math.min(
      ...Object.values(fromEconomic),
      ...Object.values(seen.internal),
      ...Object.values(seen.operations),
      ...Object.values(seen.nobody),
    ),
  ).toBeGreaterThan(20);
});
