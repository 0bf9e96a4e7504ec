import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import { randomCatalog } from '../__testUtils__/randomCatalog';
import { Reference } from '../__testUtils__/reference';
import { sha256 } from '../__testUtils__/sha256';
import { COVERAGE_ASPECTS, CoverageAspect } from '../api/CoverageApi';
import { CustomerGraph } from '../graph/CustomerGraph';
import { GraphBuilder } from '../graph/GraphBuilder';
import { DECLARATION_KEY_OF } from '../graph/GraphIndex';
import { layersOf } from '../graph/layersOf';
import { ANNOTATIONS } from '../model/annotations';
import { CUSTOMER_API_VERSION } from '../model/customer';
import { readDeclarations } from '../model/declarations';
import { uncoveredInSteps } from './uncovered';
import { takeAllSteps } from '../graph/takeAllSteps';
import { whereToBegin } from './whereToBegin';

const builtAt = '2026-06-01T00:00:00Z';
const options = { now: new Date(builtAt) };

const held = (apiVersion: string, kind: string, name: string): Entity => ({
  apiVersion,
  kind,
  metadata: { name },
  spec: { type: 'economic' },
});

const NEW: Record<CoverageAspect, string> = {
  economic: 'customer:default/new',
  internal: 'customer:default/new',
  operations: 'group:default/new',
};

const ALWAYS = [
  held(CUSTOMER_API_VERSION, 'Customer', 'new'),
  held('backstage.io/v1alpha1', 'Group', 'new'),
];

// Some of those whom random catalogs name exist.
const PEOPLE = [
  held(CUSTOMER_API_VERSION, 'Customer', 'alpha'),
  held('backstage.io/v1alpha1', 'Group', 'sre'),
];

function build(entities: Entity[]): CustomerGraph {
  const builder = new GraphBuilder({ digest: sha256 });
  entities.forEach(entity => builder.add(entity));
  return builder.build({ builtAt });
}

const deliverable = ({ kind }: Entity) =>
  !['robot', 'Customer', 'Group'].includes(kind);

/** The sources of whatever covers each covered entity, as its layers say. */
function coverage(entities: Entity[], aspect: CoverageAspect) {
  const graph = build(entities);
  const covered = new Map<string, string[]>();
  for (const ref of entities
    .filter(deliverable)
    .map(entity => stringifyEntityRef(entity))) {
    const { customers, operations } = layersOf(graph, ref, options)!;
    const sources =
      aspect === 'operations'
        ? operations.filter(({ exists }) => exists)
        : customers.filter(({ exists, role }) => exists && role === aspect);
    const counted = sources
      .map(({ source }) => source as string)
      .filter(source => source !== 'consumer' && source !== 'assumed');
    if (counted.length) {
      covered.set(ref, counted);
    }
  }
  return covered;
}

/** The same entities, one of which really declares somebody now. */
const declaring = (entities: Entity[], ref: string, aspect: CoverageAspect) =>
  entities.map(entity =>
    stringifyEntityRef(entity) === ref
      ? {
          ...entity,
          metadata: {
            ...entity.metadata,
            annotations: {
              ...entity.metadata.annotations,
              [ANNOTATIONS[DECLARATION_KEY_OF[aspect]].name]: NEW[aspect],
            },
          },
        }
      : entity,
  );

/** Of what it is said, there or where it inherits from, that nobody is right, and what comes by somebody nevertheless. */
function settled(entities: Entity[], aspect: CoverageAspect) {
  const reference = new Reference(entities);
  const covered = coverage(entities, aspect);
  return entities
    .filter(deliverable)
    .map(entity => stringifyEntityRef(entity))
    .filter(ref => !covered.has(ref) && reference.saysNone(ref, aspect));
}

function places(entities: Entity[], aspect: CoverageAspect) {
  const answered = settled(entities, aspect);
  return entities
    .filter(deliverable)
    .filter(
      entity =>
        readDeclarations(entity).declarations[DECLARATION_KEY_OF[aspect]] ===
        undefined,
    )
    .map(entity => stringifyEntityRef(entity))
    .filter(ref => !answered.includes(ref));
}

/** What really comes of declaring somebody at a place, and how much would be covered by the best one. */
function taken(entities: Entity[], entityRef: string, aspect: CoverageAspect) {
  const before = coverage(entities, aspect);
  const best = places(entities, aspect).map(
    ref => coverage(declaring(entities, ref, aspect), aspect).size,
  );
  const next = declaring(entities, entityRef, aspect);
  const fresh = [...coverage(next, aspect)].filter(([ref]) => !before.has(ref));
  const inherited = fresh.filter(([, sources]) =>
    sources.some(source => /declared|inherited/.test(source)),
  );
  return {
    entities: next,
    step: {
      entityRef,
      gain: fresh.length,
      inherited: inherited.length,
      derived: fresh.length - inherited.length,
      covered: Math.max(...best),
    },
  };
}

const catalogs = fc
  .tuple(randomCatalog, fc.nat(PEOPLE.length))
  .map(([some, people]) => [...some, ...PEOPLE.slice(0, people), ...ALWAYS]);

it('says what declaring somebody there really does, and picks what does most', () => {
  let steps = 0;
  let derived = 0;
  fc.assert(
    fc.property(
      catalogs,
      fc.constantFrom(...COVERAGE_ASPECTS),
      (catalog, aspect) => {
        const answer = whereToBegin(build(catalog), { aspect, limit: 100 });
        const now = coverage(catalog, aspect);
        expect(answer).toMatchObject({
          entities: catalog.filter(deliverable).length,
          covered: now.size,
          hiddenPlaces: 0,
          complete: true,
        });
        let entities = catalog;
        let covered = now.size;
        for (const step of answer.steps) {
          const said = taken(entities, step.entityRef, aspect);
          expect(step).toEqual(said.step);
          entities = said.entities;
          covered = step.covered;
          steps++;
          derived += step.derived;
        }
        // Nothing else would add anything.
        for (const ref of places(entities, aspect)) {
          expect(coverage(declaring(entities, ref, aspect), aspect).size).toBe(
            covered,
          );
        }
        expect(
          takeAllSteps(uncoveredInSteps(build(entities), aspect)),
        ).toHaveLength(
          answer.entities - covered - settled(entities, aspect).length,
        );
      },
    ),
    { numRuns: 250, seed: 20261128 },
  );
  expect(Math.min(steps, derived)).toBeGreaterThan(150);
});

it('covers no less than 1 - 1/e of what as many other places could', () => {
  fc.assert(
    fc.property(
      catalogs,
      fc.constantFrom(...COVERAGE_ASPECTS),
      fc.integer({ min: 1, max: 3 }),
      (catalog, aspect, limit) => {
        const now = coverage(catalog, aspect);
        const { steps } = whereToBegin(build(catalog), { aspect, limit });
        const sets = places(catalog, aspect).map(ref => [
          ...coverage(declaring(catalog, ref, aspect), aspect).keys(),
        ]);
        let most = 0;
        const tryAll = (from: number, chosen: ReadonlySet<string>, k: number) => {
          most = Math.max(most, chosen.size - now.size);
          for (let i = from; k > 0 && i < sets.length; i++) {
            tryAll(i + 1, new Set([...chosen, ...sets[i]]), k - 1);
          }
        };
        tryAll(0, new Set(now.keys()), limit);
        const gained = steps.reduce((sum, { gain }) => sum + gain, 0);
        expect(gained).toBeGreaterThanOrEqual((1 - 1 / Math.E) * most);
      },
    ),
    { numRuns: 150, seed: 20261128 },
  );
});

const entity = (kind: string, name: string, partOf?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name },
  relations: partOf ? [{ type: 'partOf', targetRef: partOf }] : [],
});

it('takes Domains before Systems before others, then by ref, and only what the caller may read', () => {
  const graph = build([
    entity('Component', 'a'),
    entity('System', 'b'),
    entity('Domain', 'c'),
    entity('Component', 'd'),
    entity('System', 'e'),
    entity('Component', 'f', 'system:default/e'),
  ]);
  const refs = (canRead?: (ref: string) => boolean) => {
    const { steps, hiddenPlaces } = whereToBegin(graph, {
      aspect: 'economic',
      limit: 4,
      canRead,
    });
    return [...steps.map(({ entityRef }) => entityRef), hiddenPlaces];
  };
  expect(refs()).toEqual([
    'system:default/e',
    'domain:default/c',
    'system:default/b',
    'component:default/a',
    0,
  ]);
  expect(refs(ref => !/system|a$/.test(ref))).toEqual([
    // Of what it is part of it covers the System.
    'component:default/f',
    'domain:default/c',
    'component:default/d',
    3,
  ]);
});

it('says so where not all places were weighed', () => {
  const names = Array.from({ length: 100 }, (_, i) => `n${i}`);
  const graph = build([
    ...names.map(name => entity('Component', name)),
    entity('System', 's'),
    entity('Component', 'part', 'system:default/s'),
  ]);
  const question = { aspect: 'economic', limit: 1 } as const;
  const answer = whereToBegin(graph, question);
  expect(answer.complete).toBe(true);
  expect(answer.steps).toMatchObject([{ entityRef: 'system:default/s' }]);
  // The one with the most parts is among those that were.
  expect(whereToBegin(graph, { ...question, mostWork: 1 })).toEqual({
    ...answer,
    complete: false,
  });
});
