import { ConflictError, NotFoundError } from '@backstage/errors';
import { AuditRun } from '@missing-layer/backstage-plugin-customer-layer-common';
import { z } from 'zod/v4';
import { parseCursor, printCursor } from '../../services/cursor';
import { Caller } from '../../services/Callers';
import { Viewer } from '../../services/Viewers';
import { RunStore } from '../database/RunStore';
import { AuditAsking, Surroundings } from './AuditAsking';

const cursorSchema = z.strictObject({
  before: z
    .int()
    .min(1)
    .max(2 ** 31 - 1),
});

/** Which page of runs. */
export type RunsPage = { limit: number; daily: boolean; before?: number };

/**
 * Reads a cursor of runs.
 *
 * @throws InputError when it is anything else
 */
export const parseRunsCursor = (text: string): number =>
  parseCursor(text, cursorSchema).before;

const notKept = (id: number | undefined, otherwise: string) =>
  new NotFoundError(
    `${
      id === undefined
        ? `Nothing can be compared: ${otherwise}`
        : `There is no run "${id}" that is done and whose findings are kept`
    }. GET audit/runs lists them`,
  );

/** Which audits there were, and which of them can still be read. */
export class AuditRuns {
  readonly #surroundings: Surroundings;
  readonly #runs: RunStore;
  readonly #keptMs: number;
  readonly #ask: (by: string) => Promise<void>;

  constructor(
    options: Surroundings & {
      runs: RunStore;
      /** How long findings are kept, in milliseconds. */
      keptMs: number;
      /** Has an audit run now; does nothing while one is under way. */
      ask(by: string): Promise<void>;
    },
  ) {
    this.#surroundings = options;
    this.#runs = options.runs;
    this.#keptMs = options.keptMs;
    this.#ask = by => options.ask(by);
  }

  /** Runs, the newest first. */
  async list(
    { limit, daily, before }: RunsPage,
    viewer: Viewer,
    caller: Caller,
  ): Promise<{ items: AuditRun[]; nextCursor?: string }> {
    const asking = new AuditAsking(this.#surroundings, { viewer, caller });
    const runs = await viewer.turn.waitFor(
      this.#runs.list({ before, limit: limit + 1, daily }),
    );
    const items = runs.slice(0, limit);
    const page = await asking.hide({ items });
    return runs.length > limit
      ? {
          ...page,
          nextCursor: printCursor({ before: items[items.length - 1].id }),
        }
      : page;
  }

  /** Has an audit run now. */
  async start(caller: Caller): Promise<object> {
    await this.#ask(caller.ref);
    return {};
  }

  /** The run whose findings are those of the catalog. */
  published(): Promise<AuditRun | undefined> {
    return this.#runs.published();
  }

  /** The run that is under way. */
  running(): Promise<AuditRun | undefined> {
    return this.#runs.running();
  }

  /**
   * The run that the page before came from.
   *
   * @throws ConflictError when its findings are no longer kept
   */
  async again(id: number): Promise<AuditRun> {
    const run = await this.#kept(id);
    if (!run) {
      throw new ConflictError(
        `The findings of run "${id}" are no longer kept. Begin again without a cursor`,
      );
    }
    return run;
  }

  /**
   * Two runs to compare: the last but one and the last, where not told.
   *
   * @throws NotFoundError when there is no such run, or its findings are no longer kept
   */
  async pair(asked: {
    from?: number;
    to?: number;
  }): Promise<{ from: AuditRun; to: AuditRun }> {
    const to =
      asked.to === undefined
        ? await this.#runs.published()
        : await this.#kept(asked.to);
    if (!to) {
      throw notKept(asked.to, 'no run is done yet');
    }
    const from =
      asked.from === undefined
        ? await this.#runs
            .doneRun({ before: to.id })
            .then(run => run && this.#kept(run.id))
        : await this.#kept(asked.from);
    if (!from) {
      throw notKept(
        asked.from,
        `there is none before run "${to.id}" whose findings are kept`,
      );
    }
    return { from, to };
  }

  async #kept(id: number): Promise<AuditRun | undefined> {
    const since = this.#surroundings.now().getTime() - this.#keptMs;
    const oldest = await this.#runs.oldestWithFindings(new Date(since));
    return oldest !== undefined && id >= oldest
      ? this.#runs.doneRun(id)
      : undefined;
  }
}
