import { Knex } from 'knex';
import { RequestRow, REQUESTS } from './tables';

/** Who asked for a run that has not begun yet: whichever replica begins it learns it here. */
export class RunRequests {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now(): Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /**
   * Notes who asks.
   *
   * @returns its id
   */
  async add(by: string): Promise<number> {
    const [row] = await this.#knex<RequestRow>(REQUESTS).insert(
      { requested_by: by, requested_at: this.#now().getTime() },
      ['id'],
    );
    return row.id;
  }

  /** Forgets that somebody asked. */
  async withdraw(id: number): Promise<void> {
    await this.#knex<RequestRow>(REQUESTS).where({ id }).delete();
  }

  /** Who asked first; one run does for all who asked, so that all are forgotten. Undefined when nobody did. */
  async take(): Promise<string | undefined> {
    const rows = await this.#knex<RequestRow>(REQUESTS).orderBy('id');
    await this.#knex<RequestRow>(REQUESTS)
      .whereIn(
        'id',
        rows.map(({ id }) => id),
      )
      .delete();
    return rows[0]?.requested_by;
  }
}
