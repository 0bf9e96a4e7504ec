import { CoverageAspect, WhereToBegin } from '../api/CoverageApi';
import { degree } from '../graph/Adjacency';
import { CustomerGraph } from '../graph/CustomerGraph';
import { GraphIndex, serviceNode } from '../graph/GraphIndex';
import { takeAllSteps } from '../graph/takeAllSteps';
import { BoundHeap } from './BoundHeap';
import { Covered, coveredInSteps, isCovered } from './covered';
import { Gains, PLACES_AT_ONCE } from './Gains';
import { placeNodesInSteps } from './places';
import { foremostInSteps } from './foremost';

// So many ways are looked at to weigh places: a few seconds.
const MOST_WORK = 100_000_000;

// So many places are looked at in one step.
const PLACES_PER_STEP = 5_000;

// What a state is covered by: earlier steps, or the catalog as it is; and the step that is being counted.
const COVERED = 1;
const FRESH = 2;

/** Of what somebody wants to know where to begin. @public */
export type BeginQuestion = {
  aspect: CoverageAspect;
  /** At most so many steps. */
  limit: number;
  /** At which entities something may be declared; at all where absent. */
  canRead?(entityRef: string): boolean;
  /** Once so many ways were looked at, no more places are weighed; enough for a few seconds where absent. */
  mostWork?: number;
};

/**
 * Where to declare something, so that the fewest declarations cover the most.
 *
 * @remarks
 *
 * Each step is the place that covers most of what is left. No algorithm that is quick does better in the worst case: with
 * any number of steps at least 1 - 1/e of what as many other places could cover (Nemhauser, Wolsey, Fisher 1978). A place
 * never gains more than before, so that one whose last gain is less than another's gain now need not be looked at again
 * (Minoux 1978); nor need one whose coverage another's contains.
 *
 * @see docs/coverage.md
 * @public
 */
export const whereToBegin = (
  graph: CustomerGraph,
  question: BeginQuestion,
): WhereToBegin => takeAllSteps(whereToBeginInSteps(graph, question));

/**
 * {@link whereToBegin} in steps: between them other work may be done.
 *
 * @public
 */
export function* whereToBeginInSteps(
  graph: CustomerGraph,
  {
    aspect,
    limit,
    canRead = () => true,
    mostWork = MOST_WORK,
  }: BeginQuestion,
): Generator<undefined, WhereToBegin> {
  const { index } = graph;
  const now = yield* coveredInSteps(index, aspect);
  // What is covered already stays as it is; what the steps cover is added to a copy.
  const covered = { ...now, marks: now.marks.slice() };
  const all = yield* placeNodesInSteps(index, aspect);
  const places = all.filter(node => canRead(index.refs.get(node)));
  yield undefined;
  const counts = countCovered(index, covered);
  yield undefined;
  const answer: WhereToBegin = {
    graph: graph.stamp,
    aspect,
    ...counts,
    steps: [],
    hiddenPlaces: all.length - places.length,
    complete: true,
  };

  let total = counts.covered;
  const picks = picksInSteps(index, covered, {
    places,
    mostWork,
    giveUp: () => {
      answer.complete = false;
    },
  });
  while (answer.steps.length < limit) {
    const { done, value: place } = picks.next();
    if (done) {
      break;
    }
    if (place === undefined) {
      yield undefined;
      continue;
    }
    const { gain, inherited } = yield* coverInSteps(index, covered, place);
    total += gain;
    const title = index.facts.get(place)?.title;
    answer.steps.push({
      entityRef: index.refs.get(place),
      ...(title && { title }),
      gain,
      inherited,
      derived: gain - inherited,
      covered: total,
    });
  }
  return answer;
}

function countCovered(index: GraphIndex, covered: Covered) {
  const counts = { entities: 0, covered: 0 };
  for (let node = 0; node < index.refs.size; node++) {
    if (index.facts.deliverable(node)) {
      counts.entities++;
      counts.covered += isCovered(covered, node) ? 1 : 0;
    }
  }
  return counts;
}

// How much a place gains at least of what is next to it.
const weightOf = ({ parts, restsOn }: GraphIndex, place: number): number =>
  degree(parts, place) + degree(restsOn, serviceNode(place, 0));

/** A place, and what it gained when it was last weighed. */
type Weighed = { place: number; bound: number; order: number; round: number };

/**
 * Picks the best place time after time; between two picks it must have been covered.
 *
 * @param among.giveUp - called where weighing all places would take too long
 */
function* picksInSteps(
  index: GraphIndex,
  covered: Covered,
  among: {
    places: readonly number[];
    mostWork: number;
    giveUp(): void;
  },
): Generator<number | undefined, void> {
  const gains = new Gains(index, covered);
  const foremost = yield* foremostInSteps(covered, among.places);
  const byWeight = foremost
    .map((place, order) => ({ place, order, weight: weightOf(index, place) }))
    .sort((a, b) => b.weight - a.weight || a.order - b.order);
  yield undefined;
  const heap = new BoundHeap<Weighed>();
  for (let i = 0; i < byWeight.length; i += PLACES_AT_ONCE) {
    if (gains.work > among.mostWork) {
      among.giveUp();
      break;
    }
    const some = byWeight.slice(i, i + PLACES_AT_ONCE);
    const found = yield* gains.inSteps(some.map(({ place }) => place));
    found.forEach((bound, j) =>
      heap.push({ place: some[j].place, order: some[j].order, bound, round: 0 }),
    );
    if (i % PLACES_PER_STEP < PLACES_AT_ONCE) {
      yield undefined;
    }
  }
  let round = 0;
  for (let best = heap.pop(); best?.bound; best = heap.pop()) {
    if (best.round === round) {
      yield best.place;
      round++;
    } else {
      const [bound] = yield* gains.inSteps([best.place]);
      heap.push({ ...best, bound, round });
    }
  }
}

/** Covers all that declaring something at a place does, and counts it. */
function* coverInSteps(
  index: GraphIndex,
  { flood, marks }: Covered,
  place: number,
): Generator<undefined, { gain: number; inherited: number }> {
  const fresh: number[] = [];
  yield* flood.inSteps([flood.up(place)], {
    marks,
    mark: FRESH,
    onReach: state => fresh.push(state),
  });
  const step = { gain: 0, inherited: 0 };
  for (const state of fresh) {
    const node = flood.nodeOfWhole(state);
    if (node !== undefined && index.facts.deliverable(node)) {
      step.gain++;
      step.inherited += marks[flood.up(node)] === FRESH ? 1 : 0;
    }
  }
  for (const state of fresh) {
    marks[state] = COVERED;
  }
  return step;
}
