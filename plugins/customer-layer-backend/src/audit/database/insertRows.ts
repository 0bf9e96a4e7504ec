import { setImmediate } from 'node:timers/promises';
import { Knex } from 'knex';
import { chunk } from 'lodash';
import { FindingRow, FINDINGS } from './tables';

// A statement of this size takes SQLite a few milliseconds, in which nothing else happens.
const ROWS_PER_STATEMENT = 250;

const COLUMNS = {
  subject_ref: 'text',
  rule_id: 'text',
  since_run: 'integer',
  until_run: 'integer',
  state: 'text',
  severity: 'text',
  weight: 'real',
  kind: 'text',
  title: 'text',
  owner_refs: 'text',
  system_ref: 'text',
  message: 'text',
  evidence: 'text',
  digest: 'text',
} satisfies Record<keyof FindingRow, string>;

const names = Object.keys(COLUMNS) as Array<keyof FindingRow>;

const into = `insert into ${FINDINGS} (${names.join(', ')})`;

// Few parameters for many rows: thousands of parameters take longer to bind than the rows to write. PostgreSQL reads
// an array for each column in half the time that it takes for JSON.
const STATEMENT = {
  pg: `${into} select * from unnest(${Object.values(COLUMNS)
    .map(type => `?::${type}[]`)
    .join(', ')})`,
  sqlite: `${into} select ${names
    .map(name => `json_extract(value, '$.${name}')`)
    .join(', ')} from json_each(?)`,
};

/** Inserts findings. */
export async function insertRows(
  tx: Knex.Transaction,
  rows: readonly FindingRow[],
): Promise<void> {
  const onPostgres = tx.client.config.client.includes('pg');
  for (const some of chunk(rows, ROWS_PER_STATEMENT)) {
    await setImmediate();
    await (onPostgres
      ? tx.raw(
          STATEMENT.pg,
          // The types of Knex know no null in an array, the driver does.
          names.map(name => some.map(row => row[name]) as string[]),
        )
      : tx.raw(STATEMENT.sqlite, [JSON.stringify(some)]));
  }
}
