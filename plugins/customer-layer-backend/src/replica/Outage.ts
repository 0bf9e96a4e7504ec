import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Clock } from './Clock';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** Something that may not work for a while. Says so once, says so again when the fault is another, and when it is over. */
export class Outage {
  readonly #logger: LoggerService;
  readonly #clock: Clock;
  readonly #over: string;
  #said: string | undefined;
  #pause = FIRST_PAUSE_MS;
  #notBefore = -Infinity;

  constructor(options: {
    logger: LoggerService;
    clock: Clock;
    /** What is logged when it works again. */
    over: string;
  }) {
    this.#logger = options.logger;
    this.#clock = options.clock;
    this.#over = options.over;
  }

  /** It doesn't work. */
  note(fault: unknown, consequence: string): void {
    const error = toError(fault);
    const text = `${error.name}: ${error.message}`;
    if (text !== this.#said) {
      this.#logger.error(consequence, error);
      this.#said = text;
    }
    this.#notBefore = this.#clock.monotonic() + this.#pause;
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
  }

  /** It works. */
  end(): void {
    if (this.#said !== undefined) {
      this.#logger.info(this.#over);
      this.#said = undefined;
    }
    this.#pause = FIRST_PAUSE_MS;
    this.#notBefore = -Infinity;
  }

  /** Whether it is not to be tried yet: the longer it hasn't worked, the longer the pause. */
  get pauses(): boolean {
    return this.#clock.monotonic() < this.#notBefore;
  }
}
