import {
  Coverage,
  COVERAGE_ASPECTS,
  CoverageAspect,
  CoverageCounts,
} from '../api/CoverageApi';
import { DeclarationSource } from '../assign/assignment';
import {
  CUSTOMER_SOURCES,
  CustomerSource,
  OperationsSource,
} from '../graph/answers';
import { compareRefs } from '../graph/compareRefs';
import { hasConsumerTeam } from '../graph/consumerTeams';
import { declares } from '../graph/ContainerWalk';
import { CustomerGraph } from '../graph/CustomerGraph';
import { DECLARATION_NAMES, GraphIndex } from '../graph/GraphIndex';
import { row } from '../graph/Paged';
import { takeAllSteps } from '../graph/takeAllSteps';
import { CustomerRole } from '../model/words';
import {
  Covered,
  coveredInSteps,
  declaresSomebody,
  hasNobody,
  isCovered,
  nodesWhere,
} from './covered';

// So many entities are counted in one step: a millisecond or two.
const ENTITIES_PER_STEP = 2_000;

/** Every source of an operations team, in the order of precedence. */
const OPERATIONS_SOURCES = [
  'declared',
  'inherited',
  'assumed',
] as const satisfies readonly OperationsSource[];

const zeros = <Source extends string>(sources: readonly Source[]) =>
  Object.fromEntries(sources.map(source => [source, 0])) as Record<
    Source,
    number
  >;

const noCounts = (): CoverageCounts => ({
  entities: 0,
  anyCustomer: 0,
  economic: zeros(CUSTOMER_SOURCES),
  internal: zeros(CUSTOMER_SOURCES),
  operations: zeros(OPERATIONS_SOURCES),
  nobody: zeros(COVERAGE_ASPECTS),
});

// Files, then the portal, then aliases, then rules.
const FIRST: readonly DeclarationSource[] = ['portal', 'file'];

const compareSources = (a: DeclarationSource, b: DeclarationSource): number =>
  FIRST.indexOf(b) - FIRST.indexOf(a) || compareRefs(a, b);

/**
 * How much of a catalog has customers and operations teams.
 *
 * @remarks
 *
 * O(entities + relations). It says of all entities what {@link layersOf} says of each; but an entity counts as derived
 * whenever hops alone lead to a customer, even where a part leads there sooner.
 *
 * @see docs/coverage.md
 * @public
 */
export const coverageOf = (graph: CustomerGraph): Coverage =>
  takeAllSteps(coverageInSteps(graph));

/**
 * {@link coverageOf} in steps: between them other work may be done.
 *
 * @public
 */
export function* coverageInSteps(
  graph: CustomerGraph,
): Generator<undefined, Coverage> {
  const { index } = graph;
  const sourcesOf = yield* sourcesInSteps(index);
  const all = noCounts();
  const byKind: Coverage['byKind'] = {};
  const declarations = new Map<DeclarationSource, number>();
  let looked = 0;
  for (const node of index.refs.sorted) {
    looked++;
    if (looked % ENTITIES_PER_STEP === 0) {
      yield undefined;
    }
    if (!index.facts.deliverable(node)) {
      continue;
    }
    const ref = index.refs.get(node);
    const ofKind = (byKind[ref.slice(0, ref.indexOf(':'))] ??= noCounts());
    const sources = sourcesOf(node);
    count(all, sources);
    count(ofKind, sources);
    for (const source of declarationsOf(index, node)) {
      declarations.set(source, (declarations.get(source) ?? 0) + 1);
    }
  }
  return {
    ...all,
    graph: graph.stamp,
    byKind,
    declarations: [...declarations]
      .map(([source, found]) => ({ source, count: found }))
      .sort((a, b) => compareSources(a.source, b.source)),
    customers: graph.counts.customers,
  };
}

/** Where an entity has what it has from; absent where it hasn't. */
type Sources = Partial<Record<CustomerRole, CustomerSource>> & {
  operations?: OperationsSource;
  /** Of what it has nobody, and somebody said that this is right. */
  nobody: CoverageAspect[];
};

function count(counts: CoverageCounts, sources: Sources): void {
  const { economic, internal, operations, nobody } = sources;
  counts.entities++;
  nobody.forEach(aspect => {
    counts.nobody[aspect]++;
  });
  if (economic || (internal && internal !== 'consumer')) {
    counts.anyCustomer++;
  }
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

function* sourcesInSteps(
  index: GraphIndex,
): Generator<undefined, (node: number) => Sources> {
  const economic = yield* coveredInSteps(index, 'economic');
  const internal = yield* coveredInSteps(index, 'internal');
  const operations = yield* coveredInSteps(index, 'operations');
  // Where anybody is declared, if only to be nobody, no owner stands in.
  const said = new Uint8Array(operations.flood.states);
  yield* operations.flood.inSteps(
    nodesWhere(index, node => declares(index, node, 'operations')),
    { marks: said },
  );
  const { facts, edges, rules } = index;
  const assumed = (node: number) =>
    rules.assumeOwner &&
    !said[operations.flood.up(node)] &&
    row(edges.owners, node).some(owner => facts.held(owner));
  const covered = { economic, internal, operations };
  return node => {
    const sources = {
      economic: sourceOf(index, node, {
        covered: economic,
        aspect: 'economic',
      }),
      internal:
        sourceOf(index, node, { covered: internal, aspect: 'internal' }) ??
        (hasConsumerTeam(index, node) ? 'consumer' : undefined),
      operations:
        sourceUp(index, node, { covered: operations, aspect: 'operations' }) ??
        (assumed(node) ? 'assumed' : undefined),
    } as const;
    return {
      ...sources,
      nobody: COVERAGE_ASPECTS.filter(
        aspect => !sources[aspect] && hasNobody(covered[aspect], node),
      ),
    };
  };
}

type Aspect<Name extends CoverageAspect> = { covered: Covered; aspect: Name };

function sourceUp(
  index: GraphIndex,
  node: number,
  { covered: { flood, marks }, aspect }: Aspect<CoverageAspect>,
): 'declared' | 'inherited' | undefined {
  if (!marks[flood.up(node)]) {
    return undefined;
  }
  return declaresSomebody(index, node, aspect) ? 'declared' : 'inherited';
}

function sourceOf(
  index: GraphIndex,
  node: number,
  aspect: Aspect<CustomerRole>,
): CustomerSource | undefined {
  const { flood, marks } = aspect.covered;
  if (!isCovered(aspect.covered, node)) {
    return undefined;
  }
  return (
    sourceUp(index, node, aspect) ??
    (marks[flood.service(node)] ? 'derived' : 'part')
  );
}

function* declarationsOf(
  index: GraphIndex,
  node: number,
): Generator<DeclarationSource> {
  const declared = DECLARATION_NAMES.filter(name =>
    declares(index, node, name),
  );
  const assigned = declared.length
    ? index.facts.read(node)?.assigned
    : undefined;
  for (const name of declared) {
    yield assigned?.[name] ?? 'file';
  }
}
