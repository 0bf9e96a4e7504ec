import { setImmediate } from 'node:timers/promises';
import { Knex } from 'knex';
import { chunk, uniq } from 'lodash';
import { Hint } from './GraphStore';
import { HintRow, HINTS } from './tables';

// At most 500 fit into a statement of SQLite, which holds up the event loop for as long as it takes.
const ROWS_PER_STATEMENT = 250;

// Each statement locks rows in the order of their refs: otherwise two replicas could wait for each other for ever.

/** See {@link GraphStore.noteHints}. */
export async function insertHints(
  knex: Knex,
  entityRefs: readonly string[],
  now: Date,
): Promise<void> {
  const time = now.getTime();
  const columns = (name: string) => [`excluded.${name}`, `${HINTS}.${name}`];
  const higherVersion = knex.raw('case when ?? > ?? then ?? else ?? + 1 end', [
    ...columns('version'),
    ...columns('version'),
  ]);
  const earlierDue = knex.raw('case when ?? < ?? then ?? else ?? end', [
    ...columns('due_at'),
    ...columns('due_at'),
  ]);
  for (const refs of chunk(entityRefs, ROWS_PER_STATEMENT)) {
    await knex<HintRow>(HINTS)
      .insert(
        uniq(refs)
          .sort()
          .map(entityRef => ({
            entity_ref: entityRef,
            // Not 1: what a reader holds from before it was settled must not settle it again.
            version: time,
            attempts: 0,
            noted_at: time,
            due_at: time,
          })),
      )
      .onConflict('entity_ref')
      .merge({
        version: higherVersion,
        attempts: 0,
        noted_at: time,
        due_at: earlierDue,
      });
    await setImmediate();
  }
}

/** See {@link GraphStore.dueHints}. */
export async function findDueHints(
  knex: Knex,
  { now, limit }: { now: Date; limit: number },
): Promise<Hint[]> {
  const rows = await knex<HintRow>(HINTS)
    .where('due_at', '<=', now.getTime())
    .orderBy(['due_at', 'entity_ref'])
    .limit(limit)
    .select('entity_ref', 'version', 'attempts');
  return rows.map(row => ({
    entityRef: row.entity_ref,
    version: Number(row.version),
    attempts: row.attempts,
  }));
}

/** See {@link GraphStore.countHints}. */
export async function countHints(knex: Knex): Promise<number> {
  const [row] = await knex<HintRow>(HINTS).count({ hints: '*' });
  return Number(row.hints);
}

function lockUnchanged(knex: Knex, hints: readonly Hint[]) {
  return knex<HintRow>(HINTS)
    .whereIn(
      ['entity_ref', 'version'],
      hints.map(({ entityRef, version }) => [entityRef, version]),
    )
    .orderBy('entity_ref')
    .forUpdate()
    .select('entity_ref');
}

/** See {@link GraphStore.settleHints}. */
export async function deleteHints(
  knex: Knex,
  hints: readonly Hint[],
): Promise<void> {
  for (const batch of chunk(hints, ROWS_PER_STATEMENT)) {
    await knex<HintRow>(HINTS)
      .whereIn('entity_ref', lockUnchanged(knex, batch))
      .delete();
    await setImmediate();
  }
}

/** See {@link GraphStore.postponeHints}. */
export async function delayHints(
  knex: Knex,
  hints: readonly Hint[],
  until: Date,
): Promise<void> {
  for (const batch of chunk(hints, ROWS_PER_STATEMENT)) {
    await knex<HintRow>(HINTS)
      .whereIn('entity_ref', lockUnchanged(knex, batch))
      .update({
        attempts: knex.raw('attempts + 1'),
        due_at: until.getTime(),
      });
    await setImmediate();
  }
}

/** See {@link GraphStore.clearHints}. */
export async function deleteHintsBefore(
  knex: Knex,
  time: Date,
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const batch = await knex<HintRow>(HINTS)
      .whereIn(
        'entity_ref',
        knex<HintRow>(HINTS)
          .where('noted_at', '<', time.getTime())
          .orderBy('entity_ref')
          .limit(ROWS_PER_STATEMENT)
          .forUpdate()
          .select('entity_ref'),
      )
      .delete();
    if (!batch) {
      return deleted;
    }
    deleted += batch;
    await setImmediate();
  }
}
