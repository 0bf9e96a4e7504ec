import { Entity } from '@backstage/catalog-model';
import {
  COVERAGE_ASPECTS,
  CoverageAspect,
  coverageInSteps,
  CustomerGraph,
  GraphBuilder,
  WhereToBegin,
  whereToBeginInSteps,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { digest } from '../plugins/customer-layer-backend/src/building/digest';
import { coveredInSteps } from '../plugins/customer-layer-common/src/coverage/covered';
import { Gains } from '../plugins/customer-layer-common/src/coverage/Gains';
import { placeNodesInSteps } from '../plugins/customer-layer-common/src/coverage/places';
import { degree } from '../plugins/customer-layer-common/src/graph/Adjacency';
import { takeAllSteps } from '../plugins/customer-layer-common/src/graph/takeAllSteps';
import { BUILT_AT } from './graphOf';
import { readOptions, run } from './options';
import { checkSame, format, printLine, printTable, printTitle } from './report';
import { chunksOf, openSyntheticCatalog } from './syntheticCatalog';
import { worstLandscapes } from './worstLandscapes';

const STEPS = 10;

// With so many entities each place is weighed in each step without laziness.
const PLAIN_ENTITIES = 2_000;

const DECLARED = /economicCustomer|internalCustomer|operat/i;

/** An entity as it is before anybody has declared anything. */
const stripped = (entity: Entity): Entity => ({
  ...entity,
  metadata: { ...entity.metadata, annotations: {} },
  relations: entity.relations?.filter(({ type }) => !DECLARED.test(type)),
});

function build(entities: Iterable<Entity>): CustomerGraph {
  const builder = new GraphBuilder({ digest });
  for (const entity of entities) {
    builder.add(entity);
  }
  return builder.build({ builtAt: BUILT_AT });
}

function* synthetic(size: number): Generator<Entity> {
  for (const chunk of chunksOf(openSyntheticCatalog(size), 1000)) {
    yield* chunk.map(stripped);
  }
}

/** Takes all steps of some work, and tells how long it took, and the longest of them. */
function measure<Answer>(steps: Generator<undefined, Answer>) {
  const began = performance.now();
  let longest = 0;
  for (;;) {
    const before = performance.now();
    const { done, value } = steps.next();
    const now = performance.now();
    longest = Math.max(longest, now - before);
    if (done) {
      return { answer: value, ms: now - began, longest };
    }
  }
}

/** What is covered by the catalog as it is, to be added to. */
function uncovered({ index }: CustomerGraph, aspect: CoverageAspect) {
  const now = takeAllSteps(coveredInSteps(index, aspect));
  const covered = { ...now, marks: now.marks.slice() };
  const gains = new Gains(index, covered);
  return {
    places: takeAllSteps(placeNodesInSteps(index, aspect)),
    gainOf: (place: number) => takeAllSteps(gains.inSteps([place]))[0],
    cover: (place: number) =>
      takeAllSteps(
        now.flood.inSteps([now.flood.up(place)], { marks: covered.marks }),
      ),
  };
}

/** Weighs every place in every step. */
function plainGreedy(graph: CustomerGraph, aspect: CoverageAspect) {
  const began = performance.now();
  const { places, gainOf, cover } = uncovered(graph, aspect);
  let total = 0;
  for (let step = 0; step < STEPS; step++) {
    const gains = places.map(gainOf);
    const most = gains.reduce((a, b) => Math.max(a, b), 0);
    if (!most) {
      break;
    }
    total += most;
    cover(places[gains.indexOf(most)]);
  }
  return { total, ms: performance.now() - began };
}

/** Takes those with the most parts and dependencies. */
function byDegree(graph: CustomerGraph, aspect: CoverageAspect) {
  const { parts, restsOn } = graph.index;
  const { places, gainOf, cover } = uncovered(graph, aspect);
  const weight = (place: number) =>
    degree(parts, place) + degree(restsOn, place * 2);
  let total = 0;
  for (const place of places
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, STEPS)) {
    total += gainOf(place);
    cover(place);
  }
  return total;
}

const gained = ({ steps, covered, entities }: WhereToBegin) => ({
  total: steps.reduce((sum, { gain }) => sum + gain, 0),
  open: entities - covered,
});

function rowOf(
  landscape: string,
  graph: CustomerGraph,
  aspect: CoverageAspect,
) {
  const { answer, ms, longest } = measure(
    whereToBeginInSteps(graph, { aspect, limit: STEPS }),
  );
  const { total, open } = gained(answer);
  const share = (part: number) => `${format((part / open) * 100)} %`;
  return {
    landscape,
    aspect,
    entities: answer.entities,
    ms,
    'longest step ms': longest,
    [`covered in ${STEPS} steps`]: share(total),
    'by degree': share(byDegree(graph, aspect)),
  };
}

function plainRow(landscape: string, graph: CustomerGraph) {
  const aspect = 'economic';
  const { answer, ms } = measure(
    whereToBeginInSteps(graph, { aspect, limit: STEPS }),
  );
  const plain = plainGreedy(graph, aspect);
  checkSame(
    `what is covered of ${landscape}`,
    gained(answer).total,
    plain.total,
  );
  return {
    landscape,
    entities: answer.entities,
    ms,
    'every place in every step, ms': plain.ms,
    times: `${format(plain.ms / ms)} ×`,
  };
}

/** Where to begin on landscapes that declare nothing, beside two simpler ways to say it. */
async function compare(): Promise<void> {
  const { entities } = readOptions();
  const typical = build(synthetic(entities));
  printTitle('Where to begin');
  printTable([
    ...COVERAGE_ASPECTS.filter(aspect => aspect !== 'internal').map(aspect =>
      rowOf('synthetic', typical, aspect),
    ),
    ...Object.entries(worstLandscapes).map(([name, landscape]) =>
      rowOf(name, build(landscape(entities)), 'economic'),
    ),
  ]);
  const { ms, longest } = measure(coverageInSteps(typical));
  printLine(
    `How much of the synthetic landscape is covered is known in ${format(
      ms,
    )} ms, the longest step of which takes ${format(longest)} ms.`,
  );

  const few = Math.min(entities, PLAIN_ENTITIES);
  printTitle('Beside a plain greedy search, which covers as much');
  printTable([
    plainRow('synthetic', build(synthetic(few))),
    ...Object.entries(worstLandscapes).map(([name, landscape]) =>
      plainRow(name, build(landscape(few))),
    ),
  ]);
}

run(compare);
