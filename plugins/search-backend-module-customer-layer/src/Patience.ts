import { setTimeout } from 'node:timers/promises';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** Waits for some work, but no longer than until the signal is aborted, whose reason is thrown then. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work
      .finally(() => signal.removeEventListener('abort', abort))
      .then(resolve, reject);
  });
}

/** Waits for several pieces of work, for so long in all and no longer. */
export class Patience {
  #leftMs: number;
  readonly #signal: AbortSignal;
  readonly #passes: (error: unknown) => boolean;

  constructor(options: {
    milliseconds: number;
    /** Ends all waiting. */
    signal: AbortSignal;
    /** Whether it is worth trying again after a failure. */
    passes(error: unknown): boolean;
  }) {
    this.#leftMs = options.milliseconds;
    this.#signal = options.signal;
    this.#passes = options.passes;
  }

  /**
   * Waits for some work, and tries it again as long as that helps.
   *
   * @throws what the work throws, or when patience ends, what it has thrown last; a TimeoutError where that is nothing
   */
  async wait<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const began = performance.now();
    const end = AbortSignal.timeout(Math.max(0, Math.ceil(this.#leftMs)));
    const signal = AbortSignal.any([this.#signal, end]);
    let failure: unknown;
    try {
      for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause *= 2) {
        try {
          return await untilAborted(work(signal), signal);
        } catch (error) {
          if (signal.aborted) {
            throw failure ?? error;
          }
          if (!this.#passes(error)) {
            throw error;
          }
          failure = error;
        }
        const rest = Math.min(pause, LONGEST_PAUSE_MS);
        await setTimeout(rest, undefined, { signal }).catch(() => {});
      }
      throw failure ?? signal.reason;
    } finally {
      this.#leftMs -= performance.now() - began;
    }
  }
}
