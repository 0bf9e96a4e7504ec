import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import {
  CustomerGraph,
  GraphBuilder,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import knexFactory, { Knex } from 'knex';
import { digest } from '../plugins/customer-layer-backend/src/building/digest';
import { AuditDatabase } from './AuditDatabase';
import { createDatabase } from './CatalogTables';
import { BUILT_AT, graphOf } from './graphOf';
import { readOptions, run } from './options';
import { checkSame, printLine, printTable, printTitle, spread } from './report';
import {
  chunksOf,
  openSyntheticCatalog,
  SyntheticCatalog,
} from './syntheticCatalog';
import { createAsking, QUESTION_EVERY_MS, whileAsked } from './whileAsked';

const CHANGED_OF = 100;

// Another owner, and another customer, of whom all that it rests on hears.
const changed = (entity: Entity): Entity => ({
  ...entity,
  metadata: { ...entity.metadata, title: 'Changed' },
  relations: [
    ...(entity.relations ?? []),
    { type: 'hasEconomicCustomer', targetRef: 'customer:default/segment-0' },
  ],
});

/** The graph of the catalog after some of its entities changed. */
function changedGraph(catalog: SyntheticCatalog): CustomerGraph {
  const builder = new GraphBuilder({ digest });
  let node = 0;
  for (const chunk of chunksOf(catalog, 1000)) {
    for (const entity of chunk) {
      builder.add(node++ % CHANGED_OF ? entity : changed(entity));
    }
  }
  return builder.build({ builtAt: BUILT_AT });
}

async function measure(
  name: string,
  options: { knex: Knex; catalog: SyntheticCatalog },
): Promise<void> {
  const { knex, catalog } = options;
  const database = await AuditDatabase.open(knex);
  const rows: Array<Record<string, string | number | undefined>> = [];
  const note = async (
    what: string,
    graph: CustomerGraph,
    work: () => Promise<unknown>,
  ) => {
    const ask = createAsking(catalog, graph);
    const { ms, cpuMs, longestDelayMs, answered } = await whileAsked(ask, work);
    const published = await database.stores.runs.published();
    const times = spread(answered);
    rows.push({
      [`${catalog.size.toLocaleString('en-US')} entities on ${name}`]: what,
      'it took s': ms / 1000,
      'of this process s': cpuMs / 1000,
      'longest event-loop delay ms': longestDelayMs,
      'layers answered after, p50 ms': times['p50 ms'],
      'p95 ms': times['p95 ms'],
      'max ms': times['max ms'],
      'rows written': (await database.rows(published?.id ?? 0)).begun,
    });
  };
  const before = graphOf(catalog);
  await note('the first audit', before, () => database.audit(before));
  const first = await database.rows(1);
  await note('another, nothing changed', before, () => database.audit(before));
  const after = changedGraph(catalog);
  await note(`another, 1 of ${CHANGED_OF} entities changed`, after, () =>
    database.audit(after),
  );
  await note('baseline: all replaced, in one transaction', after, () =>
    database.auditPlainly(after),
  );
  const [ours, theirs] = await database.counts();
  checkSame('the findings', ours, theirs);
  printTable(rows);
  printLine(
    `${first.all.toLocaleString(
      'en-US',
    )} findings; a question every ${QUESTION_EVERY_MS} ms.`,
  );
  await database.close();
}

/** Audits of a whole catalog, end to end, while questions are asked. */
async function compare(): Promise<void> {
  const { entities } = readOptions();
  const catalog = openSyntheticCatalog(entities);
  printTitle('Audit');

  const connection = process.env.CUSTOMER_LAYER_BENCH_POSTGRES;
  if (!connection) {
    throw new Error('There is no PostgreSQL. Run `npm run bench -- audit`');
  }
  await measure('PostgreSQL', {
    knex: knexFactory({
      client: 'pg',
      connection: await createDatabase(connection, `audit_${process.pid}`),
    }),
    catalog,
  });

  const folder = await mkdtemp(join(tmpdir(), 'customer-layer-'));
  await measure('SQLite', {
    knex: knexFactory({
      client: 'better-sqlite3',
      connection: join(folder, 'audit.sqlite'),
      useNullAsDefault: true,
    }),
    catalog,
  });
  await rm(folder, { recursive: true });
}

run(compare);
