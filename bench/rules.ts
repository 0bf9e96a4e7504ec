import { Entity } from '@backstage/catalog-model';
import {
  evaluateFilterPredicate,
  FilterPredicate,
} from '@backstage/filter-predicates';
import { JsonObject } from '@backstage/types';
import {
  assignDeclarations,
  DEFAULT_DERIVATION_RULES,
  DryRun,
  DryRunner,
  readAssigners,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { readOptions, run } from './options';
import {
  checkSame,
  format,
  median,
  printLine,
  printTable,
  printTitle,
} from './report';
import { chunksOf, openSyntheticCatalog } from './syntheticCatalog';

const RULES = 50;
const ROUNDS = 3;

const { deliverableKinds } = DEFAULT_DERIVATION_RULES;

/** To which entities rules apply, as people write it; `n` makes each another. */
const SHAPES: Array<(n: number) => JsonObject> = [
  n => ({
    kind: 'Component',
    'spec.type': ['service', 'website', 'worker', 'gateway'][n % 4],
    'metadata.name': { $hasPrefix: 'abcdefghij'[n % 10] },
  }),
  n => ({
    kind: 'Resource',
    'metadata.name': { $hasPrefix: `${'cdfil'[n % 5]}` },
  }),
  n => ({
    $all: [
      { kind: 'API' },
      { $not: { 'metadata.tags': { $contains: 'internal' } } },
      { 'metadata.name': { $hasPrefix: 'mopqrst'[n % 7] } },
    ],
  }),
  n => ({
    $any: [
      { 'spec.domain': { $hasPrefix: `domain:default/${'bcdf'[n % 4]}` } },
      { 'metadata.annotations.example.com/cost-centre': `${4000 + n}` },
    ],
  }),
  n => ({
    'spec.lifecycle': { $in: ['production', 'deprecated'] },
    'spec.system': { $hasPrefix: `system:default/${'abcdefghij'[n % 10]}` },
  }),
];

const rules = Array.from({ length: RULES }, (_, n) => ({
  id: `rule-${n}`,
  where: SHAPES[n % SHAPES.length](n),
  assign: {
    'economic-customers': [`customer-${n}`, 'customer:default/everybody'],
    'operations-team': `team-${n}`,
  },
}));

const KEYS = Object.keys(rules[0].assign);

const entitiesOf = (size: number): Entity[] =>
  [...chunksOf(openSyntheticCatalog(size), 1000)].flat();

type Heard = Array<{ matches: number; holds: number }>;

/** Asks each predicate of each entity, and nothing else but which rule comes first. */
function bare(entities: readonly Entity[]): Heard {
  const heard = rules.map(() => ({ matches: 0, holds: 0 }));
  for (const entity of entities) {
    if (!deliverableKinds.includes(entity.kind.toLowerCase())) {
      continue;
    }
    const open = KEYS.some(
      key =>
        entity.metadata.annotations?.[`customer-layer.io/${key}`] === undefined,
    );
    let isFirst = open;
    rules.forEach(({ where }, index) => {
      if (evaluateFilterPredicate(where as FilterPredicate, entity)) {
        heard[index].matches++;
        heard[index].holds += isFirst ? 1 : 0;
        isFirst = false;
      }
    });
  }
  return heard;
}

const heardIn = ({ assigners }: DryRun): Heard =>
  assigners.map(({ matches, holds }) => ({ matches, holds }));

/** How long the processor works for it, in milliseconds, however busy it is with something else. */
function processorMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Runs some ways in turn, so that none has the quieter hour. @returns the median of each, in milliseconds */
function inTurn(ways: Array<() => void>): number[] {
  const times: number[][] = ways.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    ways.forEach((way, i) => times[i].push(processorMs(way)));
  }
  return times.map(median);
}

/** Rules that are tried out on a catalog, and what they cost an entity that is processed, beside their bare predicates. */
async function compare(): Promise<void> {
  const options = readOptions();
  const entities = entitiesOf(options.entities);
  const set = readAssigners({ rules }, path => ({ at: path.join('.') }));
  checkSame('what is wrong with the rules', set.faults, []);
  const dryRun = () => {
    const runner = new DryRunner(set, { deliverableKinds });
    entities.forEach(entity => runner.add(entity));
    return runner.result();
  };
  const assign = (assigners: typeof set.assigners) => () =>
    entities.forEach(entity =>
      assignDeclarations(entity, { assigners, deliverableKinds }),
    );
  const ours = heardIn(dryRun());
  checkSame('what rules do', ours, bare(entities));

  const ways: Array<[string, () => void]> = [
    ['predicates of @backstage/filter-predicates alone', () => bare(entities)],
    ['dry run', dryRun],
    ['processing: who is heard, and what is written', assign(set.assigners)],
    ['processing without a rule', assign([])],
  ];
  const times = inTurn(ways.map(([, way]) => way));
  printTitle('Rules');
  printTable(
    ways.map(([what], i) => ({
      [`${entities.length.toLocaleString('en-US')} entities, ${RULES} rules`]:
        what,
      'processor ms': times[i],
      'µs each': (times[i] / entities.length) * 1000,
      'of the predicates': `${format(times[i] / times[0])} ×`,
    })),
  );
  const sum = (of: (one: Heard[number]) => number) =>
    ours.reduce((total, one) => total + of(one), 0).toLocaleString('en-US');
  printLine(
    `Both find the same: rules match ${sum(
      ({ matches }) => matches,
    )} times, and are heard ${sum(({ holds }) => holds)} times.`,
  );
}

run(compare);
