import { Knex } from 'knex';
import { GraphState } from './GraphStore';
import { SnapshotRow, SNAPSHOTS, STATE, StateRow } from './tables';

const ID = 1;

// Publishing takes milliseconds. A reader that is frozen in it must not keep the others from the state for longer.
const LONGEST_PAUSE_MS = 5_000;

function toDate(milliseconds: StateRow['read_at']): Date | undefined {
  return milliseconds === null ? undefined : new Date(Number(milliseconds));
}

/** See {@link GraphStore.state}. */
export async function readState(knex: Knex): Promise<GraphState> {
  const row = await knex<StateRow>(STATE)
    .where({ id: ID })
    .select('*', knex<SnapshotRow>(SNAPSHOTS).max('sequence').as('snapshot'))
    .first();
  if (!row) {
    return { term: 0, beat: 0, sequence: 0, snapshotSequence: 0 };
  }
  return {
    term: row.term,
    beat: row.beat,
    holder: row.holder ?? undefined,
    sequence: row.sequence,
    revision: row.revision ?? undefined,
    snapshotSequence: row.snapshot ?? 0,
    readAt: toDate(row.read_at),
    contactAt: toDate(row.contact_at),
  };
}

/** See {@link GraphStore.claim}. */
export async function claimTerm(
  knex: Knex,
  seen: Pick<GraphState, 'term' | 'beat'>,
  holder: string,
): Promise<number | undefined> {
  if (seen.term === 0) {
    await knex<StateRow>(STATE)
      .insert({ id: ID, term: 0, beat: 0, sequence: 0 })
      .onConflict('id')
      .ignore();
  }
  const [claimed] = await knex<StateRow>(STATE)
    .where({ id: ID })
    .andWhere(row =>
      row.where({ term: seen.term, beat: seen.beat }).orWhere({ holder: null }),
    )
    .update({ term: knex.raw('term + 1'), holder })
    .returning('term');
  return claimed?.term;
}

function stateOf(knex: Knex, term: number) {
  return knex<StateRow>(STATE).where({ id: ID, term }).whereNotNull('holder');
}

/** Whether the term lasts; it may be over a moment later. */
export async function termLasts(knex: Knex, term: number): Promise<boolean> {
  return (await stateOf(knex, term).first('id')) !== undefined;
}

/** See {@link GraphStore.beat}. */
export async function beatTerm(
  knex: Knex,
  term: number,
  done: { readAt?: Date; contactAt?: Date },
): Promise<boolean> {
  const touched = await stateOf(knex, term).update({
    beat: knex.raw('beat + 1'),
    ...(done.readAt && { read_at: done.readAt.getTime() }),
    ...(done.contactAt && { contact_at: done.contactAt.getTime() }),
  });
  return touched === 1;
}

/** See {@link GraphStore.resign}. */
export async function resignTerm(knex: Knex, term: number): Promise<void> {
  await stateOf(knex, term).update({ holder: null });
}

/** What is published when a transaction of the reader begins; none of it changes until it ends. */
export type Published = Pick<StateRow, 'sequence' | 'revision'>;

/**
 * Publishes in one transaction that only the reader gets through. Until it ends, nobody can claim the next term.
 *
 * @param publish - returns the new state, after it has written what belongs to it. It does nothing that takes long: on
 *   SQLite all others wait
 * @returns false, without a call, when the term is over
 */
export async function publishInTerm(
  knex: Knex,
  term: number,
  publish: (
    transaction: Knex.Transaction,
    published: Published,
  ) => Promise<Partial<StateRow>>,
): Promise<boolean> {
  return knex.transaction(async transaction => {
    if (knex.client.config.client.includes('pg')) {
      await transaction.raw(
        `set local idle_in_transaction_session_timeout = ${LONGEST_PAUSE_MS}`,
      );
    }
    // Whatever the reader does says that it lives.
    const [published] = await stateOf(transaction, term)
      .update({ beat: knex.raw('beat + 1') })
      .returning(['sequence', 'revision']);
    if (!published) {
      return false;
    }
    const next = await publish(transaction, published);
    await stateOf(transaction, term).update(next);
    return true;
  });
}
