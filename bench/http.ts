import knexFactory, { Knex } from 'knex';
import { askAll, CLIENTS } from './askAll';
import { createDatabase, fillCatalogTables } from './CatalogTables';
import { measureLists } from './lists';
import { readOptions, run } from './options';
import { PortalProcess, Question, textOf } from './PortalProcess';
import { pick, seededRandom } from './random';
import {
  checkSame,
  format,
  printLine,
  printTable,
  printTitle,
  spread,
} from './report';
import {
  deliverableRefs,
  openSyntheticCatalog,
  SyntheticCatalog,
} from './syntheticCatalog';
import {
  askCatalog,
  askDatabase,
  checkAnswers,
  foundInAnswer,
} from './waysOfAsking';

const QUESTIONS = 2000;
const QUESTIONS_OF_BASELINES = 200;
const WARM_UP = 200;

/** Whether the tables that were filled answer as the catalog would. */
async function checkCatalog(
  portal: PortalProcess,
  catalog: SyntheticCatalog,
): Promise<void> {
  const entity = catalog.entity(Math.floor(catalog.size / 2));
  const ref = catalog.ref(Math.floor(catalog.size / 2));
  const byName = await portal.catalog<typeof entity>(
    `entities/by-name/${ref.replace(':', '/')}`,
  );
  checkSame('an entity by name', byName.spec, entity.spec);
  checkSame(
    'its relations',
    byName.relations?.map(({ targetRef }) => targetRef),
    entity.relations?.map(({ targetRef }) => targetRef),
  );
  const all = await portal.catalog<{ totalItems: number }>(
    'entities/by-query?limit=1',
  );
  checkSame('the number of entities', all.totalItems, catalog.size);
  const filtered = await portal.catalog<{ items: Array<typeof entity> }>(
    `entities/by-query?filter=kind=${entity.kind},metadata.name=${entity.metadata.name}`,
  );
  checkSame('a query', filtered.items.length, 1);
}

async function compareQuestion(options: {
  portal: PortalProcess;
  knex: Knex;
  refs: readonly string[];
  /** Others, asked about before anything is measured. */
  warmUp: readonly string[];
  question: Question;
}): Promise<void> {
  const { portal, knex, refs, warmUp, question } = options;
  await askAll(warmUp, ref => portal.answer(question, ref));
  await portal.figures();
  const ours = await askAll(refs, ref => portal.answer(question, ref));
  const { longestDelayMs } = await portal.figures();
  const some = refs.slice(0, QUESTIONS_OF_BASELINES);
  const level = await askAll(some, ref => askCatalog(portal, question, ref));
  const { catalogRequests } = await portal.figures();
  const sql = await askAll(some, ref => askDatabase(knex, question, ref));

  const found = ours.found.map(answer => foundInAnswer(textOf(answer)));
  checkAnswers(some, found, { theirs: level.found, distances: true });
  const checked = checkAnswers(some, found, {
    theirs: sql.found,
    distances: false,
  });
  const bytes = ours.found.map(answer => textOf(answer).length);
  printTitle(`${question} over HTTP, ${CLIENTS} clients at once`);
  printTable([
    {
      way: 'customer layer',
      questions: refs.length,
      ...spread(ours.times),
    },
    {
      way: 'stock catalog API, level by level',
      questions: some.length,
      ...spread(level.times),
    },
    {
      way: 'PostgreSQL, one recursive query',
      questions: some.length,
      ...spread(sql.times),
    },
  ]);
  printLine(
    `Same answers to all ${checked} questions that were compared. An answer has ${format(
      bytes.reduce((a, b) => a + b, 0) / bytes.length / 1000,
    )} kB on average, ${format(Math.max(...bytes) / 1e6)} MB at most, and ${
      found.filter(({ truncated }) => truncated).length
    } of ${refs.length} were cut at the limit. Level by level takes ${format(
      catalogRequests / some.length,
    )} requests for each. The portal's event loop was late by ${format(
      longestDelayMs,
    )} ms at most while the customer layer answered.`,
  );
}

async function compareHubs(
  portal: PortalProcess,
  knex: Knex,
  hubs: readonly string[],
): Promise<void> {
  const rows = [];
  for (const [way, ask] of [
    ['customer layer', (ref: string) => portal.answer('impact', ref)],
    [
      'PostgreSQL, one recursive query',
      (ref: string) => askDatabase(knex, 'impact', ref),
    ],
    [
      'stock catalog API, level by level',
      (ref: string) => askCatalog(portal, 'impact', ref),
    ],
  ] as const) {
    const row: Record<string, string | number> = { way };
    for (const ref of hubs) {
      const began = performance.now();
      await ask(ref);
      row[`${ref.split('/')[1]}, ms`] = performance.now() - began;
    }
    rows.push(row);
  }
  printTitle('impact of what nearly everything rests on, one client');
  printTable(rows);
}

/** Questions over HTTP at a real portal, beside the stock catalog API and PostgreSQL. */
async function compare(): Promise<void> {
  const { entities } = readOptions();
  const server = process.env.CUSTOMER_LAYER_BENCH_POSTGRES;
  if (!server) {
    throw new Error(
      'There is no PostgreSQL server. Run this part with: npm run bench -- http',
    );
  }
  const catalog = openSyntheticCatalog(entities);
  const connection = await createDatabase(server, 'backstage_plugin_catalog');
  const knex = knexFactory({
    client: 'pg',
    connection,
    pool: { max: CLIENTS },
  });
  const began = performance.now();
  await fillCatalogTables(knex, catalog);
  printTitle('A real portal');
  printLine(
    `${entities.toLocaleString(
      'en-US',
    )} entities and ${catalog.relations.toLocaleString(
      'en-US',
    )} relations put into the catalog's tables in ${format(
      (performance.now() - began) / 1000,
    )} s.`,
  );

  const portal = await PortalProcess.start(server);
  try {
    const { counts, durationMs = NaN } = await portal.status();
    const { catalogRequests, longestDelayMs } = await portal.figures();
    checkSame('the number of entities', counts.entities, entities);
    printLine(
      `The customer layer read them through the catalog's API in ${format(
        durationMs / 1000,
      )} s: ${catalogRequests} requests, ${counts.entities.toLocaleString(
        'en-US',
      )} rows. The event loop was late by ${format(
        longestDelayMs,
      )} ms at most meanwhile.`,
    );
    await checkCatalog(portal, catalog);

    const random = seededRandom(7);
    const deliverable = deliverableRefs(catalog);
    const some = (length: number) =>
      Array.from({ length }, () => pick(random, deliverable));
    const refs = some(QUESTIONS);
    const warmUp = some(WARM_UP);
    for (const question of ['layers', 'impact'] as const) {
      await compareQuestion({ portal, knex, refs, warmUp, question });
    }
    await compareHubs(portal, knex, catalog.platform.slice(0, 3));
    await measureLists(portal, catalog);
  } finally {
    await portal.stop();
    await knex.destroy();
  }
}

run(compare);
