import {
  CustomerGraph,
  decodeGraph,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { isEqual } from 'lodash';
import { GraphState } from '../database/GraphStore';
import { publishedGraph } from './catchUp';
import { FullReading } from './FullReading';
import { STITCHING_MS } from './hintPauses';
import { Publisher } from './Publisher';
import { ReaderOptions } from './ReaderOptions';
import { ReadingNeeds, ReadingPlan } from './ReadingPlan';
import { Reread, reread } from './reread';
import { Outage } from './Outage';
import { Term } from './Term';

/** Reads the whole catalog whenever there is a reason to, and publishes what is found. */
export class Reconciliation {
  readonly #options: ReaderOptions;
  readonly #term: Term;
  readonly #publisher: Publisher;
  readonly #outage: Outage;
  readonly #plan: ReadingPlan;
  #reading: FullReading | undefined;
  #durationMs: number | undefined;

  constructor(
    options: ReaderOptions & {
      term: Term;
      publisher: Publisher;
      outage: Outage;
      /** When the last full reading began; absent where changes may have gone unnoticed since. */
      lastReadAt?: Date;
    },
  ) {
    const { clock, schedule, term, lastReadAt } = options;
    this.#options = options;
    this.#term = term;
    this.#publisher = options.publisher;
    this.#outage = options.outage;
    this.#plan = new ReadingPlan({
      schedule,
      now: clock.monotonic(),
      sinceLastMs: lastReadAt && clock.now().getTime() - lastReadAt.getTime(),
    });
    term.signal.addEventListener('abort', () => this.#reading?.stop());
  }

  /** How long the last full reading of this term took, in milliseconds. */
  get durationMs(): number | undefined {
    return this.#durationMs;
  }

  /** Whether the catalog is being read. */
  get goesOn(): boolean {
    return this.#reading !== undefined;
  }

  /** Some entities were read again, so that a reading that goes on may have seen them as they were before. */
  noteReread(entityRefs: readonly string[]): void {
    entityRefs.forEach(ref => this.#reading?.reread.add(ref));
  }

  /**
   * Begins a reading if there is a reason to, and none goes on.
   *
   * @param graph - what is published; absent when it isn't known
   * @param onEnd - called when the reading has ended, so that it can be concluded
   * @returns whether it did
   */
  begin(
    graph: CustomerGraph | undefined,
    needs: Pick<ReadingNeeds, 'manyHints' | 'otherCount'>,
    onEnd: () => void,
  ): boolean {
    const { clock, catalog, rules, schedule, logger } = this.#options;
    const now = clock.monotonic();
    const reason = this.#plan.reasonAt(now, {
      ...needs,
      nothingKept: !graph,
      otherRules: graph !== undefined && !isEqual(graph.rules, rules),
    });
    if (this.#reading || !reason) {
      return false;
    }
    logger.debug(`The whole catalog is read. The reason: ${reason}`);
    this.#plan.begin(now);
    this.#reading = new FullReading({
      catalog,
      rules,
      clock,
      timeoutMs: schedule.timeout,
      onEnd,
    });
    return true;
  }

  /**
   * Publishes what a reading that has ended has found.
   *
   * @returns whether there was one
   * @throws what the database throws; the reading can be concluded later then
   */
  async conclude(state: GraphState): Promise<boolean> {
    const reading = this.#reading;
    const outcome = reading?.outcome;
    if (!reading || !outcome) {
      return false;
    }
    const found =
      outcome.outcome === 'read'
        ? await this.#bringUpToDate(reading, outcome.bytes)
        : outcome;
    if (found.outcome === 'failed') {
      this.#fail(found.error, outcome.durationMs);
    } else {
      await this.#publish(reading, found, state);
    }
    this.#reading = undefined;
    return true;
  }

  // What was read again while the reading went on may be newer than what that has seen, or older, so it is read once more.
  async #bringUpToDate(
    reading: FullReading,
    bytes: Uint8Array,
  ): Promise<
    | { outcome: 'read'; bytes?: Uint8Array; again: Reread }
    | { outcome: 'failed'; error: unknown }
  > {
    const { catalog, clock } = this.#options;
    const { signal } = this.#term;
    try {
      const graph = decodeGraph(bytes);
      const again = await reread(graph, [...reading.reread], {
        catalog,
        clock,
        signal,
      });
      return {
        outcome: 'read',
        bytes: again.graph === graph ? bytes : undefined,
        again,
      };
    } catch (error) {
      return { outcome: 'failed', error };
    }
  }

  async #publish(
    reading: FullReading,
    { again, bytes }: { again: Reread; bytes?: Uint8Array },
    state: GraphState,
  ): Promise<void> {
    const { clock, keeper, store, telemetry } = this.#options;
    const { graph } = again;
    const readAt = reading.beganAt;
    const unchanged =
      publishedGraph(keeper.kept, state)?.revision === graph.revision;
    this.#term.noteContact();
    if (!unchanged) {
      await this.#publisher.publishSnapshot(state.sequence + 1, graph, {
        bytes,
        readAt,
      });
    }
    await this.#term.beat({ readAt });
    if (this.#term.signal.aborted) {
      return;
    }
    this.#durationMs = clock.now().getTime() - readAt.getTime();
    keeper.noteOrigin({
      readAt,
      contactAt: clock.now(),
      reader: true,
      origin: 'catalog',
      durationMs: this.#durationMs,
    });
    await store.noteHints(again.atOdds);
    await store.clearHints({
      notedBefore: new Date(readAt.getTime() - STITCHING_MS),
    });
    this.#outage.end();
    this.#plan.succeed(clock.monotonic());
    telemetry.refreshed(unchanged ? 'unchanged' : 'changed', this.#durationMs);
  }

  #fail(error: unknown, durationMs: number): void {
    const { clock, keeper, telemetry } = this.#options;
    // It was given up, because of the term.
    if (this.#term.signal.aborted) {
      return;
    }
    const builtAt = keeper.kept?.graph.builtAt;
    this.#outage.note(
      error,
      builtAt
        ? `The catalog can't be read. Answers still come from the graph built at ${builtAt}`
        : "The catalog can't be read yet, so there is no graph to answer from",
    );
    this.#plan.fail(clock.monotonic());
    telemetry.refreshed('failed', durationMs);
  }
}
