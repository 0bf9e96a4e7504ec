import { randomUUID } from 'node:crypto';
import {
  Confirmation,
  ConfirmationKind,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { ConfirmationRow, CONFIRMATIONS } from './tables';

const confirmationOf = (row: ConfirmationRow): Confirmation => ({
  id: row.id,
  entityRef: row.subject_ref,
  kind: row.kind as ConfirmationKind,
  date: row.date,
  ...(row.note && { note: row.note }),
  by: row.by,
  at: new Date(Number(row.at)).toISOString(),
});

/** Who said that a delivery arrived, or that a team was trained or reviewed. Nothing of it is ever forgotten. */
export class ConfirmationStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now(): Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  async add(
    confirmation: Omit<Confirmation, 'id' | 'at'>,
  ): Promise<Confirmation> {
    const row: ConfirmationRow = {
      id: randomUUID(),
      subject_ref: confirmation.entityRef,
      kind: confirmation.kind,
      date: confirmation.date,
      note: confirmation.note ?? null,
      by: confirmation.by,
      at: this.#now().getTime(),
    };
    await this.#knex<ConfirmationRow>(CONFIRMATIONS).insert(row);
    return confirmationOf(row);
  }

  /** Those of one subject, the newest first. */
  async of(entityRef: string): Promise<Confirmation[]> {
    const rows = await this.#knex<ConfirmationRow>(CONFIRMATIONS)
      .where('subject_ref', entityRef)
      .orderBy('at', 'desc');
    return rows.map(confirmationOf);
  }

  /** Refs of what somebody confirmed since a time. */
  since(time: Date): Promise<string[]> {
    return this.#knex<ConfirmationRow>(CONFIRMATIONS)
      .where('at', '>=', time.getTime())
      .distinct()
      .pluck('subject_ref');
  }

  /** The last day that was confirmed, of each subject and kind. */
  async newest(): Promise<
    Array<Pick<Confirmation, 'entityRef' | 'kind' | 'date'>>
  > {
    const rows: Array<Pick<ConfirmationRow, 'subject_ref' | 'kind' | 'date'>> =
      await this.#knex(CONFIRMATIONS)
        .groupBy('subject_ref', 'kind')
        .select('subject_ref', 'kind')
        .max('date as date');
    return rows.map(({ subject_ref: entityRef, kind, date }) => ({
      entityRef,
      kind: kind as ConfirmationKind,
      date,
    }));
  }

  /** How many there are: another number when one was added. */
  async count(): Promise<number> {
    const [row] = await this.#knex(CONFIRMATIONS).count({ count: '*' });
    return Number(row.count);
  }
}
