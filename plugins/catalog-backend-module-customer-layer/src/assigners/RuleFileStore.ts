import { Knex } from 'knex';

const TABLE = 'customer_layer_rule_files';

/** A row of the table, as it comes from either database. */
type Row = {
  target: string;
  text: string | null;
  etag: string | null;
  version: number;
  read_at: number | string | null;
  error: string | null;
};

/** A file of rules as it was read last. */
export type RuleFile = {
  target: string;
  /** The last text that could be read; absent where there was none yet. */
  text?: string;
  /** Of that text. */
  etag?: string;
  /** Grows with each new text. */
  version: number;
  /** Of the last reading that worked. */
  readAt?: Date;
  /** Why the last reading failed; absent where it worked. */
  error?: string;
};

const fileOf = (row: Row): RuleFile => ({
  target: row.target,
  version: row.version,
  ...(row.text !== null && { text: row.text }),
  ...(row.etag !== null && { etag: row.etag }),
  ...(row.read_at !== null && { readAt: new Date(Number(row.read_at)) }),
  ...(row.error !== null && { error: row.error }),
});

/** The files of rules in the catalog's database. */
export class RuleFileStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The files as they were read last, by target. Those never tried are left out. */
  async files(targets: readonly string[]): Promise<Map<string, RuleFile>> {
    const rows = await this.#knex<Row>(TABLE).whereIn('target', targets);
    return new Map(rows.map(row => [row.target, fileOf(row)]));
  }

  /** A text that is another whenever the text of one of the files is. */
  async versions(targets: readonly string[]): Promise<string> {
    const rows: Pick<Row, 'target' | 'version'>[] = await this.#knex<Row>(TABLE)
      .whereIn('target', targets)
      .select('target', 'version')
      .orderBy('target');
    return JSON.stringify(rows.map(({ target, version }) => [target, version]));
  }

  /** Keeps what was read; with the text of before, only that it was read again. */
  async keep(
    target: string,
    { text, etag, at }: { text: string; etag?: string; at: Date },
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const before = await transaction<Row>(TABLE).where({ target }).first();
      const row: Row = {
        target,
        text,
        etag: etag ?? null,
        version: (before?.version ?? 0) + (before?.text === text ? 0 : 1),
        read_at: at.getTime(),
        error: null,
      };
      await transaction<Row>(TABLE).insert(row).onConflict('target').merge();
    });
  }

  /** Notes that the text is still the same. */
  async confirm(target: string, at: Date): Promise<void> {
    await this.#knex<Row>(TABLE)
      .where({ target })
      .update({ read_at: at.getTime(), error: null });
  }

  /** Notes why a file could not be read. What was read before stays. */
  async fail(target: string, error: string): Promise<void> {
    await this.#knex<Row>(TABLE)
      .insert({
        target,
        text: null,
        etag: null,
        version: 0,
        read_at: null,
        error,
      })
      .onConflict('target')
      .merge(['error']);
  }
}
