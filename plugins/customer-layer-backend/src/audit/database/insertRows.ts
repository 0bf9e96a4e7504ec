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

const names = Object.keys(COLUMNS);

// One parameter for many rows: thousands of parameters take longer to bind than the rows to write.
const STATEMENT = {
  pg: `insert into ${FINDINGS} (${names.join(', ')})
    select ${names.join(
      ', ',
    )} from jsonb_to_recordset(?::jsonb) as x(${Object.entries(COLUMNS)
    .map(column => column.join(' '))
    .join(', ')})`,
  sqlite: `insert into ${FINDINGS} (${names.join(', ')})
    select ${names
      .map(name => `json_extract(value, '$.${name}')`)
      .join(', ')} from json_each(?)`,
};

/** Inserts findings. */
export async function insertRows(
  tx: Knex.Transaction,
  rows: readonly FindingRow[],
): Promise<void> {
  const statement = tx.client.config.client.includes('pg')
    ? STATEMENT.pg
    : STATEMENT.sqlite;
  for (const some of chunk(rows, ROWS_PER_STATEMENT)) {
    await setImmediate();
    await tx.raw(statement, [JSON.stringify(some)]);
  }
}
