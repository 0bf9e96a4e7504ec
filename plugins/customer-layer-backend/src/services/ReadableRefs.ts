import {
  CustomerGraph,
  REFS_PER_REQUEST,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { chunk, uniq } from 'lodash';
import limiterFactory from 'p-limit';
import { Turn } from './Turns';

/** Whether somebody may read the entity of a ref; true for what is no ref. */
export type CanRead = (ref: string) => boolean;

const REQUESTS_AT_ONCE = 4;

/** What one caller may read, as far as they were asked about; nothing is asked twice. */
export class ReadableRefs {
  readonly #turn: Turn;
  readonly #ask: (existing: string[]) => Promise<string[]>;
  readonly #asked = new Set<string>();
  // Refs that mean nothing to the graph are among these: nothing is given away by them.
  readonly #readable = new Set<string>();

  constructor(options: {
    turn: Turn;
    /** Gives back those of some existing refs that the caller may read. */
    ask(existing: string[]): Promise<string[]>;
  }) {
    this.#turn = options.turn;
    this.#ask = options.ask;
  }

  /** Finds out which of some refs the caller may read; of any other the answer is no, unless it was asked for before. */
  async among(graph: CustomerGraph, refs: Iterable<string>): Promise<CanRead> {
    const existing: string[] = [];
    const others: string[] = [];
    for (const some of chunk([...refs], REFS_PER_REQUEST)) {
      await this.#turn.takeBreak();
      for (const ref of some.filter(one => !this.#asked.has(one))) {
        (graph.exists(ref) ? existing : others).push(ref);
      }
    }
    await this.#askFor(existing);
    await this.#askSpellers(graph, others);
    return ref =>
      this.#readable.has(ref) ||
      (!this.#asked.has(ref) && !graph.mentions(ref));
  }

  // A ref that names nothing is readable with any of the entities that spell it out. There may be thousands, so only some
  // are asked for at a time, and only until one is readable.
  async #askSpellers(
    graph: CustomerGraph,
    refs: readonly string[],
  ): Promise<void> {
    refs
      .filter(ref => !graph.mentions(ref))
      .forEach(ref => this.#readable.add(ref));
    let open = refs.map(ref => ({ ref, spellers: graph.spelledBy(ref) }));
    while (open.length) {
      open = open.flatMap(({ ref, spellers }) => {
        if (spellers.some(speller => this.#readable.has(speller))) {
          this.#readable.add(ref);
          return [];
        }
        const left = spellers.filter(speller => !this.#asked.has(speller));
        return left.length ? [{ ref, spellers: left }] : [];
      });
      await this.#askFor(
        uniq(
          open.flatMap(({ spellers }) => spellers.slice(0, REFS_PER_REQUEST)),
        ),
      );
    }
    refs.forEach(ref => this.#asked.add(ref));
  }

  async #askFor(existing: readonly string[]): Promise<void> {
    const limiter = limiterFactory(REQUESTS_AT_ONCE);
    await Promise.all(
      chunk(existing, REFS_PER_REQUEST).map(some =>
        limiter(async () => {
          this.#turn.signal.throwIfAborted();
          const readable = await this.#turn.waitFor(this.#ask(some));
          readable.forEach(ref => this.#readable.add(ref));
        }),
      ),
      // After the first failure the others have no use.
    ).finally(() => limiter.clearQueue());
    existing.forEach(ref => this.#asked.add(ref));
  }
}
