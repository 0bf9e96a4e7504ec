import { setImmediate } from 'node:timers/promises';
import { Knex } from 'knex';
import { CLOSED, FindingRow, FINDINGS, OPEN } from './tables';

// What SQLite does in a few milliseconds, in which nothing else happens.
const ROWS_PER_STATEMENT = 500;

const KEY = ['subject_ref', 'rule_id', 'since_run'] as const;

type Rows = Knex.QueryBuilder<FindingRow>;

/** Changes findings, of which there may be many, some at a time, until there are none left to change. */
async function changeAll(
  knex: Knex,
  which: (rows: Rows) => Rows,
  change: (rows: Rows) => PromiseLike<number>,
): Promise<void> {
  const findings = () => knex<FindingRow>(FINDINGS) as Rows;
  const some = () =>
    findings().whereIn(
      [...KEY],
      which(findings())
        .limit(ROWS_PER_STATEMENT)
        .select(...KEY),
    );
  while ((await change(some())) > 0) {
    await setImmediate();
  }
}

/** Undoes all that runs wrote after one of them. Until it is done, what is visible at that one is the same. */
export async function undoAfter(knex: Knex, runId: number): Promise<void> {
  await changeAll(
    knex,
    rows => rows.where('since_run', '>', runId),
    rows => rows.delete(),
  );
  await changeAll(
    knex,
    rows => rows.whereRaw(CLOSED).where('until_run', '>', runId),
    rows => rows.update({ until_run: OPEN }),
  );
}

/** Forgets what is visible neither at a run nor at any after it. */
export const forgetBefore = (knex: Knex, runId: number): Promise<void> =>
  changeAll(
    knex,
    rows => rows.whereRaw(CLOSED).where('until_run', '<=', runId),
    rows => rows.delete(),
  );
