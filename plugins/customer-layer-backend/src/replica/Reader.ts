import { CustomerGraph } from '@missing-layer/backstage-plugin-customer-layer-common';
import { GraphState } from '../database/GraphStore';
import { publishedGraph } from './catchUp';
import { HINTS_AT_ONCE, HintQueue } from './HintQueue';
import { Outage } from './Outage';
import { Publisher } from './Publisher';
import { Pulse } from './Pulse';
import { ReaderOptions } from './ReaderOptions';
import { Reconciliation } from './Reconciliation';
import { reread } from './reread';
import { Term } from './Term';

// With a longer journal a replica would take longer to start than with a snapshot.
const JOURNAL_ENTRIES = 500;
const JOURNAL_BYTES = 4 * 1024 * 1024;

/** Reads the catalog for all replicas while a term lasts, and publishes what it finds: one piece of work after the other. */
export class Reader {
  readonly #options: ReaderOptions;
  readonly #term: Term;
  readonly #wake: () => void;
  readonly #pulse: Pulse;
  readonly #hints: HintQueue;
  readonly #publisher: Publisher;
  readonly #outage: Outage;
  readonly #reconciliation: Reconciliation;
  #journalGrew = true;

  constructor(
    options: ReaderOptions & {
      term: Term;
      /** When the last full reading began; absent where changes may have gone unnoticed since. */
      lastReadAt?: Date;
      /** Called when there is more work at once. */
      wake(): void;
    },
  ) {
    const { clock, logger } = options;
    this.#options = options;
    this.#term = options.term;
    this.#wake = options.wake;
    this.#hints = new HintQueue(options);
    this.#pulse = new Pulse(options);
    this.#publisher = new Publisher(options);
    this.#outage = new Outage({
      logger,
      clock,
      over: 'The catalog can be read again',
    });
    this.#reconciliation = new Reconciliation({
      ...options,
      publisher: this.#publisher,
      outage: this.#outage,
    });
  }

  /** How long the last full reading of this term took, in milliseconds. */
  get durationMs(): number | undefined {
    return this.#reconciliation.durationMs;
  }

  /**
   * Does the next piece of work, if there is any.
   *
   * @throws what the database throws
   */
  async work(state: GraphState): Promise<void> {
    if (await this.#reconciliation.conclude(state)) {
      this.#wake();
      return;
    }
    const { keeper } = this.#options;
    const graph = publishedGraph(keeper.kept, state);
    if (!this.#outage.pauses) {
      await this.#askCatalog(graph, state.sequence);
    }
    if (graph) {
      await this.#shortenJournal(state.snapshotSequence);
    }
  }

  async #askCatalog(
    graph: CustomerGraph | undefined,
    sequence: number,
  ): Promise<void> {
    const hints = await this.#hints.length(graph?.counts.entities ?? 0);
    const reason = this.#reconciliation.begin(
      graph,
      {
        manyHints: hints === 'many',
        otherCount: hints === 'none' && this.#pulse.differs,
      },
      this.#wake,
    );
    if (reason) {
      this.#pulse.tryReading();
    }
    if (graph && hints === 'some') {
      await this.#serveHints(graph, sequence);
    } else if (graph && this.#pulse.isDue && !this.#reconciliation.goesOn) {
      await this.#feelPulse(graph);
    }
  }

  async #serveHints(graph: CustomerGraph, sequence: number): Promise<void> {
    const { catalog, clock } = this.#options;
    const hints = await this.#hints.due();
    if (!hints.length) {
      return;
    }
    const refs = hints.map(({ entityRef }) => entityRef);
    const again = await this.#fromCatalog(
      reread(graph, refs, { catalog, clock, signal: this.#term.signal }),
    );
    if (!again) {
      return;
    }
    if (again.changes.length) {
      const { graph: next, changes } = again;
      if (
        !(await this.#publisher.publishChanges(sequence + 1, next, changes))
      ) {
        return;
      }
      this.#journalGrew = true;
    }
    this.#reconciliation.noteReread(again.entityRefs);
    await this.#hints.conclude(hints, again);
    if (hints.length === HINTS_AT_ONCE) {
      this.#wake();
    }
  }

  async #feelPulse(graph: CustomerGraph): Promise<void> {
    await this.#fromCatalog(
      this.#pulse.feel(graph.counts.entities, this.#term.signal),
    );
  }

  async #fromCatalog<T>(answer: Promise<T>): Promise<T | undefined> {
    try {
      const answered = await answer;
      this.#term.noteContact();
      this.#outage.end();
      return answered;
    } catch (error) {
      if (!this.#term.signal.aborted) {
        this.#outage.note(
          error,
          "The catalog can't be read. Answers don't show what changes in it, until it can",
        );
      }
      return undefined;
    }
  }

  async #shortenJournal(snapshotSequence: number): Promise<void> {
    const { keeper, store } = this.#options;
    let isLong = snapshotSequence === 0;
    if (!isLong && this.#journalGrew) {
      const { entries, bytes } = await store.journalSize();
      isLong = entries > JOURNAL_ENTRIES || bytes > JOURNAL_BYTES;
    }
    if (isLong && keeper.kept) {
      const { graph, sequence } = keeper.kept;
      await this.#publisher.publishSnapshot(sequence, graph);
    }
    this.#journalGrew = false;
  }
}
