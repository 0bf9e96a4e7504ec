import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import {
  CHANGE_HINTS_LIMIT,
  CHANGE_HINTS_TOPIC,
  ChangeHintsPayload,
} from '@missing-layer/backstage-plugin-customer-layer-common';

const PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 60_000;
const WARNING_PAUSE_MS = 10 * 60_000;
const SHUTDOWN_MS = 5_000;
// Some 10 MB of refs.
const MOST_WAITING = 100_000;

/**
 * Tells the rest of the customer layer which entities have changed: in few events, in the background, and never to
 * the harm of whoever hands them in.
 *
 * @remarks
 *
 * What can't be published waits for the next try, with growing pauses up to a minute.
 */
export class HintPublisher {
  readonly #events: Pick<EventsService, 'publish'>;
  readonly #logger: Pick<LoggerService, 'warn'>;
  readonly #waiting = new Set<string>();
  #closed = false;
  #endPause = () => {};
  #running?: Promise<void>;
  #failures = 0;
  #warnedAt = -Infinity;

  constructor(options: {
    events: Pick<EventsService, 'publish'>;
    logger: Pick<LoggerService, 'warn'>;
  }) {
    this.#events = options.events;
    this.#logger = options.logger;
  }

  /**
   * Takes in a ref to be published soon.
   *
   * @returns false when it can't be taken in, because too many wait already or the process is about to end: hand it in
   *   again later
   */
  add(entityRef: string): boolean {
    if (this.#waiting.size >= MOST_WAITING || this.#closed) {
      return this.#waiting.has(entityRef);
    }
    this.#waiting.add(entityRef);
    this.#running ??= this.#run();
    return true;
  }

  /** Publishes what still waits, but tries no longer than five seconds, and takes in nothing more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#endPause();
    const enough = new Promise<void>(resolve => {
      setTimeout(resolve, SHUTDOWN_MS).unref();
    });
    await Promise.race([this.#running, enough]);
  }

  async #run(): Promise<void> {
    while (this.#waiting.size) {
      await this.#pause();
      const published = await this.#publishSome();
      if (!published && this.#closed) {
        break;
      }
    }
    this.#running = undefined;
  }

  async #pause(): Promise<void> {
    if (!this.#closed) {
      const ms = Math.min(PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS);
      await new Promise<void>(resolve => {
        setTimeout(resolve, ms).unref();
        this.#endPause = resolve;
      });
    }
  }

  async #publishSome(): Promise<boolean> {
    const entityRefs = [...this.#waiting].slice(0, CHANGE_HINTS_LIMIT);
    entityRefs.forEach(ref => this.#waiting.delete(ref));
    const eventPayload: ChangeHintsPayload = { entityRefs };
    try {
      await this.#events.publish({ topic: CHANGE_HINTS_TOPIC, eventPayload });
      this.#failures = 0;
      return true;
    } catch (error) {
      entityRefs.forEach(ref => this.#waiting.add(ref));
      this.#failures++;
      this.#warn(error);
      return false;
    }
  }

  // Once in a while, since what fails now mostly fails for a while; and at the end, when it is lost.
  #warn(error: unknown): void {
    const now = performance.now();
    if (this.#closed || now - this.#warnedAt >= WARNING_PAUSE_MS) {
      this.#warnedAt = now;
      this.#logger.warn(
        `The customer layer could not be told that ${
          this.#waiting.size
        } entities have changed. Their changes show there after the next full reading of the catalog, or sooner if a later attempt works. Check the events backend, or set events.useEventBus to "never" if there is none`,
        toError(error),
      );
    }
  }
}
