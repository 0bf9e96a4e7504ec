import { Knex } from 'knex';
import { STATE, StateRow } from './tables';

/** Has a transaction wait until no other one writes, on whatever replica, and keeps others waiting until it ends. */
export async function waitToWrite(tx: Knex.Transaction): Promise<void> {
  // An update that alters nothing locks the row all the same, in either database.
  await tx<StateRow>(STATE).where({ id: 1 }).update({ id: 1 });
}

/** The number of the next change; for a transaction that has waited to write. */
export async function nextSequence(tx: Knex.Transaction): Promise<number> {
  await tx<StateRow>(STATE).where({ id: 1 }).increment('sequence', 1);
  const row = await tx<StateRow>(STATE).where({ id: 1 }).first('sequence');
  return row!.sequence;
}
