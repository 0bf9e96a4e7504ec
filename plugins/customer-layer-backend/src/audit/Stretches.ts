import { setImmediate } from 'node:timers/promises';
import { takeSteps } from '../services/takeSteps';

const STRETCH_MS = 8;

/** Long work that is done in stretches of some milliseconds, between which requests come first. */
export class Stretches {
  readonly #signal: AbortSignal;
  #since = performance.now();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Whether a stretch has been long enough. */
  get isOver(): boolean {
    return performance.now() - this.#since >= STRETCH_MS;
  }

  /**
   * Lets others come first.
   *
   * @throws the reason of the signal, when that is aborted
   */
  async rest(): Promise<void> {
    await setImmediate();
    this.#signal.throwIfAborted();
    this.#since = performance.now();
  }

  /** Takes all steps of some work. */
  takeSteps<Result>(steps: Generator<undefined, Result>): Promise<Result> {
    return takeSteps(steps, async () => {
      if (this.isOver) {
        await this.rest();
      }
    });
  }
}
