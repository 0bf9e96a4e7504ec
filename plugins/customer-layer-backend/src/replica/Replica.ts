import { toError } from '@backstage/errors';
import { GraphFormatError } from '@missing-layer/backstage-plugin-customer-layer-common';
import { untilAborted } from '../catalog/untilAborted';
import { GraphState } from '../database/GraphStore';
import { GraphOrigin } from '../services/GraphKeeper';
import { catchUp, publishedGraph } from './catchUp';
import { Lease } from './Lease';
import { Outage } from './Outage';
import { Reader } from './Reader';
import { ReaderOptions } from './ReaderOptions';
import { Term } from './Term';

/** What a {@link Replica} works with. */
export type ReplicaOptions = ReaderOptions & {
  /** What this replica is called in the database, for whoever looks there. */
  name: string;
};

const LOOK_MS = 1_000;
const LONGEST_STOP_MS = 5_000;

/**
 * One of several backends on one database. It follows what is published there; and while nobody else does, it reads the
 * catalog and publishes.
 */
export class Replica {
  readonly #options: ReplicaOptions;
  readonly #lease = new Lease();
  readonly #database: Outage;
  readonly #published: Outage;
  #running: Promise<void> | undefined;
  #stopped = false;
  #rest = new AbortController();
  #office: { term: Term; reader: Reader } | undefined;
  #first: GraphState | undefined;
  #origin: GraphOrigin['origin'] = 'snapshot';

  constructor(options: ReplicaOptions) {
    const { logger, clock } = options;
    this.#options = options;
    this.#database = new Outage({
      logger,
      clock,
      over: 'The database of the customer layer can be used again',
    });
    this.#published = new Outage({
      logger,
      clock,
      over: 'The graph in the database can be used again',
    });
  }

  /** Begins, and returns at once. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends whatever goes on, and lets another replica take over at once. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#office?.term.end();
    this.#wake();
    await untilAborted(
      this.#running ?? Promise.resolve(),
      AbortSignal.timeout(LONGEST_STOP_MS),
    ).catch(error =>
      this.#options.logger.warn(
        'The customer layer did not stop in good order, so another replica takes a moment longer to take over',
        toError(error),
      ),
    );
  }

  async #run(): Promise<void> {
    const { clock, keeper } = this.#options;
    while (!this.#stopped) {
      this.#rest = new AbortController();
      try {
        await this.#step();
        this.#database.end();
      } catch (error) {
        const builtAt = keeper.kept?.graph.builtAt;
        this.#database.note(
          error,
          builtAt
            ? `The database of the customer layer can't be used. Answers still come from the graph built at ${builtAt}`
            : "The database of the customer layer can't be used, so there is no graph to answer from",
        );
      }
      if (!this.#stopped) {
        await clock.pause(LOOK_MS, this.#rest.signal);
      }
    }
    await this.#office?.term.resign();
  }

  #wake = () => this.#rest.abort();

  async #step(): Promise<void> {
    let state = await this.#options.store.state();
    this.#endLostTerm(state);
    if (!this.#office) {
      state = await this.#claim(state);
    }
    await this.#follow(state);
    this.#noteOrigin(state);
    await this.#office?.reader.work(state);
  }

  #endLostTerm({ term }: GraphState): void {
    const office = this.#office;
    if (office && (office.term.number !== term || office.term.signal.aborted)) {
      office.term.end();
      this.#office = undefined;
      this.#options.logger.info('Another replica reads the catalog now');
    }
  }

  async #claim(state: GraphState): Promise<GraphState> {
    const { store, clock, logger, name } = this.#options;
    if (!this.#lease.look(state, clock.monotonic())) {
      return state;
    }
    const number = await store.claim(state, name);
    if (number === undefined) {
      return state;
    }
    logger.info(`This replica reads the catalog now, in term ${number}`);
    const term = new Term({ number, store, clock });
    // What was published until the claim is all that the one before will ever have published.
    const last = await store.state();
    this.#office = {
      term,
      reader: new Reader({
        ...this.#options,
        term,
        lastReadAt: this.#lease.sawAnother ? last.readAt : undefined,
        wake: this.#wake,
      }),
    };
    term.keepAlive();
    return last;
  }

  async #follow(state: GraphState): Promise<void> {
    const { store, keeper } = this.#options;
    if (this.#published.pauses) {
      return;
    }
    const caughtUp = await catchUp(store, keeper.kept, state);
    switch (caughtUp.outcome) {
      case 'advanced':
        keeper.keep(caughtUp.kept);
        this.#published.end();
        break;
      case 'lost':
        this.#published.note(
          caughtUp.why,
          'The graph in the database can not be used. It is built anew from the catalog, or written anew by the replica that reads it',
        );
        // One of another format may be of use to a newer replica, as long as that reads the catalog.
        if (this.#office || !(caughtUp.why instanceof GraphFormatError)) {
          await store.discardSnapshot(state.snapshotSequence);
        }
        break;
      default:
    }
  }

  #noteOrigin(state: GraphState): void {
    const { keeper } = this.#options;
    this.#first ??= state;
    const isNewer = (key: 'readAt' | 'contactAt') =>
      state[key]?.getTime() !== this.#first?.[key]?.getTime();
    if (isNewer('readAt') || (!this.#office && isNewer('contactAt'))) {
      this.#origin = 'catalog';
    }
    if (state.readAt && publishedGraph(keeper.kept, state)) {
      keeper.noteOrigin({
        readAt: state.readAt,
        contactAt: state.contactAt,
        reader: this.#office !== undefined,
        origin: this.#origin,
        durationMs: this.#office?.reader.durationMs,
      });
    }
  }
}
