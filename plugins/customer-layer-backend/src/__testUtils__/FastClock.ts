import { Clock, systemClock } from '../replica/Clock';

/** A clock that runs faster than the real one, and can be set forward. */
export class FastClock implements Clock {
  readonly #speed: number;
  readonly #start = performance.now();
  readonly #startedAt = Date.now();
  #skipped = 0;
  #nap = new AbortController();

  constructor(speed: number) {
    this.#speed = speed;
  }

  monotonic = () =>
    (performance.now() - this.#start) * this.#speed + this.#skipped;

  now = () => new Date(this.#startedAt + this.monotonic());

  async pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    const until = this.monotonic() + milliseconds;
    while (!signal.aborted && this.monotonic() < until) {
      await systemClock.pause(
        Math.max(0, until - this.monotonic()) / this.#speed,
        AbortSignal.any([signal, this.#nap.signal]),
      );
    }
  }

  /** Sets it forward. */
  skip(milliseconds: number): void {
    this.#skipped += milliseconds;
    this.#nap.abort();
    this.#nap = new AbortController();
  }
}
