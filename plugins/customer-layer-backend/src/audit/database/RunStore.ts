import { ConflictError } from '@backstage/errors';
import { AuditRun } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { forgetBefore, undoAfter } from './manyFindings';
import { RunRow, RUNS } from './tables';

/** What the findings of a run came to. */
export type RunResults = Required<
  Pick<AuditRun, 'tally' | 'byRule' | 'twoCustomers'>
>;

const isoTime = (time: number | string) => new Date(Number(time)).toISOString();

function runOf(row: RunRow): AuditRun {
  const results: Partial<RunResults> = row.results
    ? JSON.parse(row.results)
    : {};
  return {
    id: row.id,
    state: row.state,
    startedBy: row.started_by,
    startedAt: isoTime(row.started_at),
    ...(row.ended_at !== null && { endedAt: isoTime(row.ended_at) }),
    graph: { revision: row.revision, builtAt: row.built_at },
    subjects: { total: row.total, done: row.done },
    ...results,
    ...(row.error !== null && { error: row.error }),
  };
}

/** The audits there were. At most one is under way, which the scheduler sees to; one that is no longer is given up. */
export class RunStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now(): Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /**
   * Begins a run. Whatever was under way is given up, and all that was written since the published run is undone.
   *
   * @returns its id
   * @throws ConflictError when another one begins at the same moment
   */
  async begin(run: {
    startedBy: string;
    graph: AuditRun['graph'];
    total: number;
  }): Promise<number> {
    // First of all: this stops whoever still writes.
    await this.#knex<RunRow>(RUNS).where('state', 'running').update({
      state: 'failed',
      ended_at: this.#now().getTime(),
      error: 'It was interrupted',
    });
    await undoAfter(this.#knex, (await this.published())?.id ?? 0);
    return this.#knex.transaction(async tx => {
      // An amendment of the published run that is under way is over then, and none comes after.
      await tx<RunRow>(RUNS)
        .where('state', 'done')
        .orderBy('id', 'desc')
        .forUpdate()
        .first();
      const [row] = await tx<RunRow>(RUNS)
        .insert(
          {
            state: 'running',
            started_by: run.startedBy,
            started_at: this.#now().getTime(),
            revision: run.graph.revision,
            built_at: run.graph.builtAt,
            total: run.total,
            done: 0,
          },
          ['id'],
        )
        .onConflict()
        .ignore();
      if (!row) {
        throw new ConflictError('Another audit has just begun');
      }
      return row.id;
    });
  }

  /**
   * Publishes a run: from here on its findings are those of the catalog.
   *
   * @returns false, with nothing published, when it was given up
   */
  async end(id: number, results: RunResults): Promise<boolean> {
    const updated = await this.#knex<RunRow>(RUNS)
      .where({ id, state: 'running' })
      .update({
        state: 'done',
        ended_at: this.#now().getTime(),
        results: JSON.stringify(results),
      });
    return updated > 0;
  }

  /** Gives a run up. Nobody can write for it any more; what it has written is visible nowhere, and the next one undoes it. */
  async fail(id: number, error: string): Promise<void> {
    await this.#knex<RunRow>(RUNS)
      .where({ id, state: 'running' })
      .update({ state: 'failed', ended_at: this.#now().getTime(), error });
  }

  /** The run whose findings are those of the catalog. */
  async published(): Promise<AuditRun | undefined> {
    const row = await this.#done().orderBy('id', 'desc').first();
    return row && runOf(row);
  }

  /** The run that is under way. */
  async running(): Promise<AuditRun | undefined> {
    const row = await this.#knex<RunRow>(RUNS)
      .where('state', 'running')
      .orderBy('id', 'desc')
      .first();
    return row && runOf(row);
  }

  /** A run that is done; the last one before another, if `before`. */
  async doneRun(
    id: number | { before: number },
  ): Promise<AuditRun | undefined> {
    const row = await (typeof id === 'number'
      ? this.#done().where({ id })
      : this.#done().where('id', '<', id.before).orderBy('id', 'desc')
    ).first();
    return row && runOf(row);
  }

  /**
   * Runs, the newest first.
   *
   * @param page - `before`: only those with lower ids; `daily`: of each day in UTC the last one that is done
   */
  async list(page: {
    before?: number;
    limit: number;
    daily?: boolean;
  }): Promise<AuditRun[]> {
    const query = this.#knex<RunRow>(RUNS)
      .orderBy('id', 'desc')
      .limit(page.limit);
    if (page.before !== undefined) {
      query.where('id', '<', page.before);
    }
    if (page.daily) {
      query.whereIn('id', this.#lastOfEachDay());
    }
    return (await query).map(runOf);
  }

  /**
   * Forgets what is older than it is kept: findings that no kept run shows, and of the runs before those all but the last
   * of each day, until these are too old as well. The published run always stays.
   */
  async prune(keep: { findingsSince: Date; runsSince: Date }): Promise<void> {
    const published = await this.published();
    if (!published) {
      return;
    }
    const [oldest] = await this.#done()
      .where('started_at', '>=', keep.findingsSince.getTime())
      .orderBy('id')
      .limit(1);
    const kept = Math.min(oldest?.id ?? published.id, published.id);
    await forgetBefore(this.#knex, kept);
    await this.#knex<RunRow>(RUNS)
      .where('id', '<', kept)
      .andWhere(old =>
        old
          .where('started_at', '<', keep.runsSince.getTime())
          .orWhereNotIn(
            'id',
            this.#knex.select('id').from(this.#lastOfEachDay().as('daily')),
          ),
      )
      .delete();
  }

  /** The oldest run whose findings are all still kept; undefined when there is none. */
  async oldestWithFindings(since: Date): Promise<number | undefined> {
    const row = await this.#done()
      .where('started_at', '>=', since.getTime())
      .orderBy('id')
      .first('id');
    return row?.id ?? (await this.published())?.id;
  }

  #done() {
    return this.#knex<RunRow>(RUNS).where('state', 'done');
  }

  #lastOfEachDay() {
    const day = this.#knex.raw('?? / 86400000', ['started_at']);
    return this.#knex<RunRow>(RUNS)
      .where('state', 'done')
      .groupBy(day)
      .max('id as id');
  }
}
