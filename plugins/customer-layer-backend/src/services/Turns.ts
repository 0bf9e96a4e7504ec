import { untilAborted } from '../catalog/untilAborted';

/** What one request does at a stretch before others come first, in milliseconds. */
export const STRETCH_MS = 10;

/** The share of one request in the event loop, for as long as its client waits. */
export interface Turn {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;

  /**
   * Lets others come first, if this request has worked for long enough. Await it between pieces of work.
   *
   * @throws the reason of the signal, when that is aborted
   */
  takeBreak(): Promise<void>;

  /** Says that no work is being done from here to the next break. */
  pause(): void;

  /**
   * Waits for what others do meanwhile.
   *
   * @throws the reason of the signal, as soon as that is aborted
   */
  waitFor<T>(work: Promise<T>): Promise<T>;
}

/**
 * Shares the event loop among requests: between two readings of the network only one of them works, for
 * {@link STRETCH_MS} or as long as its piece of work takes. By turns that is the one which has worked least so far and
 * the one which has waited longest. So a small answer doesn't wait behind all the big ones, nor a big one for ever.
 */
export class Turns {
  // In the order in which they came.
  readonly #waiting: Array<{ worked: number; go: () => void }> = [];
  #leastFirst = false;

  /** Begins the share of one request. */
  begin(signal: AbortSignal): Turn {
    let worked = 0;
    let since: number | undefined;
    const pause = () => {
      worked += since === undefined ? 0 : performance.now() - since;
      since = undefined;
    };
    return {
      signal,
      pause,
      takeBreak: async () => {
        signal.throwIfAborted();
        if (since === undefined || performance.now() - since >= STRETCH_MS) {
          pause();
          await this.#wait(worked);
          since = performance.now();
          signal.throwIfAborted();
        }
      },
      waitFor: work => {
        pause();
        return untilAborted(work, signal);
      },
    };
  }

  #wait(worked: number): Promise<void> {
    return new Promise(go => {
      this.#waiting.push({ worked, go });
      if (this.#waiting.length === 1) {
        setImmediate(() => this.#next());
      }
    });
  }

  #next(): void {
    this.#leastFirst = !this.#leastFirst;
    const next = this.#leastFirst
      ? this.#waiting.reduce((one, other) =>
          other.worked < one.worked ? other : one,
        )
      : this.#waiting[0];
    this.#waiting.splice(this.#waiting.indexOf(next), 1);
    next.go();
    if (this.#waiting.length) {
      setImmediate(() => this.#next());
    }
  }
}
