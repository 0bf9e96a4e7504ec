import { setTimeout } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import {
  CustomerGraph,
  GraphStatus,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { untilAborted } from './untilAborted';

/** What came of reading the catalog again. */
export type RefreshOutcome = 'changed' | 'unchanged' | 'failed';

/** What a {@link GraphKeeper} works with. */
export type GraphKeeperOptions = {
  /** Reads the catalog; returns the previous graph when nothing has changed. */
  read(
    previous: CustomerGraph | undefined,
    now: Date,
    signal: AbortSignal,
  ): Promise<CustomerGraph>;
  /** After so many milliseconds a reading is given up. */
  timeoutMs: number;
  logger: LoggerService;
  now(): Date;
  onRefresh?(outcome: RefreshOutcome, durationMs: number): void;
};

type Kept = {
  graph: CustomerGraph;
  /** When the last successful reading began, in milliseconds since 1970. */
  asOf: number;
  durationMs: number;
};

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Keeps the graph of the whole catalog, and the last good one while the catalog can't be read.
 *
 * @remarks
 *
 * A request takes {@link GraphKeeper.graph} once and is answered from it. A refresh swaps the graph for another and
 * changes nothing in it.
 */
export class GraphKeeper {
  readonly #options: GraphKeeperOptions;
  #kept: Kept | undefined;
  #running: Promise<RefreshOutcome> | undefined;

  constructor(options: GraphKeeperOptions) {
    this.#options = options;
  }

  /**
   * Tries again, with growing pauses, until there is a first graph: when a backend starts, the catalog may not answer
   * yet.
   */
  async start(signal: AbortSignal): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!this.#kept && !signal.aborted) {
      if ((await this.refresh(signal)) === 'failed') {
        await setTimeout(pause, undefined, { signal, ref: false }).catch(
          () => {},
        );
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  /**
   * Reads the catalog again; while it is being read already, waits for that. Never throws.
   *
   * @param signal - ends the reading, or the waiting for one that somebody else began; the outcome is `failed` then
   */
  async refresh(signal?: AbortSignal): Promise<RefreshOutcome> {
    if (this.#running) {
      return signal
        ? untilAborted(this.#running, signal).catch(() => 'failed')
        : this.#running;
    }
    this.#running = this.#refresh(signal).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /**
   * The graph to answer from.
   *
   * @throws ServiceUnavailableError before the catalog was read for the first time
   */
  graph(): CustomerGraph {
    return this.#required().graph;
  }

  /**
   * Size and age of the graph.
   *
   * @throws ServiceUnavailableError before the catalog was read for the first time
   */
  status(): GraphStatus {
    const { graph, asOf, durationMs } = this.#required();
    return {
      revision: graph.revision,
      builtAt: graph.builtAt,
      counts: graph.counts,
      durationMs,
      ageSeconds: Math.max(0, (this.#options.now().getTime() - asOf) / 1000),
    };
  }

  /** Whether there is a graph yet. */
  get ready(): boolean {
    return this.#kept !== undefined;
  }

  #required(): Kept {
    if (!this.#kept) {
      throw new ServiceUnavailableError(
        'The catalog is still being read for the first time, so the customer layer can answer nothing yet. Ask again in a few seconds',
      );
    }
    return this.#kept;
  }

  async #refresh(signal?: AbortSignal): Promise<RefreshOutcome> {
    const { read, timeoutMs, logger, now } = this.#options;
    const startedAt = now();
    const previous = this.#kept?.graph;
    let outcome: RefreshOutcome;
    let durationMs: number;
    try {
      const timeout = AbortSignal.timeout(timeoutMs);
      const ending = signal ? AbortSignal.any([signal, timeout]) : timeout;
      const graph = await untilAborted(
        read(previous, startedAt, ending),
        ending,
      );
      outcome = graph === previous ? 'unchanged' : 'changed';
      durationMs = now().getTime() - startedAt.getTime();
      this.#kept = { graph, asOf: startedAt.getTime(), durationMs };
    } catch (error) {
      outcome = 'failed';
      durationMs = now().getTime() - startedAt.getTime();
      if (previous) {
        logger.error(
          `The catalog can't be read. Answers still come from the graph built at ${previous.builtAt}`,
          toError(error),
        );
      } else {
        // Usual while a backend starts.
        logger.warn(
          "The catalog can't be read yet, so there is no graph to answer from",
          toError(error),
        );
      }
    }
    this.#tell(outcome, durationMs);
    return outcome;
  }

  #tell(outcome: RefreshOutcome, durationMs: number): void {
    const { logger, onRefresh } = this.#options;
    try {
      onRefresh?.(outcome, durationMs);
    } catch (error) {
      logger.warn('A refresh of the graph was not recorded', toError(error));
    }
  }
}
