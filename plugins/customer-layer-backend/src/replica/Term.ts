import { GraphStore } from '../database/GraphStore';
import { Clock } from './Clock';

const BEAT_MS = 3_000;

/** The time for which a replica is the reader: says all the while that it lives. */
export class Term {
  /** As the store counts terms. */
  readonly number: number;
  readonly #store: GraphStore;
  readonly #clock: Clock;
  readonly #end = new AbortController();
  #contactAt: Date | undefined;

  constructor(options: { number: number; store: GraphStore; clock: Clock }) {
    this.number = options.number;
    this.#store = options.store;
    this.#clock = options.clock;
  }

  /** Aborted when the term is over. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** Beats until the term is over. Never throws. */
  async keepAlive(): Promise<void> {
    while (!this.signal.aborted) {
      await this.#clock.pause(BEAT_MS, this.signal);
      // Where the database doesn't answer, the replica finds out as well, and says so.
      await this.beat().catch(() => {});
    }
  }

  /** Says that the reader lives, and what it has done. Ends the term where another replica has begun the next. */
  async beat(done: { readAt?: Date } = {}): Promise<void> {
    if (this.signal.aborted) {
      return;
    }
    const contactAt = this.#contactAt;
    if (await this.#store.beat(this.number, { ...done, contactAt })) {
      if (this.#contactAt === contactAt) {
        this.#contactAt = undefined;
      }
    } else {
      this.end();
    }
  }

  /** The catalog answered: said with the next beat. */
  noteContact(): void {
    this.#contactAt = this.#clock.now();
  }

  /** It is over: what isn't published is lost. */
  end(): void {
    this.#end.abort(new Error('Another replica reads the catalog now'));
  }

  /** Ends it so that another replica can follow at once. */
  async resign(): Promise<void> {
    this.end();
    await this.#store.resign(this.number);
  }
}
