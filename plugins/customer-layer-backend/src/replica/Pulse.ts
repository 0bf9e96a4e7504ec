import { CatalogReader } from '../catalog/CatalogReader';
import { Clock } from './Clock';

const PULSE_MS = 60_000;

/** Asks the catalog now and then how many entities it holds: so that deletions are noticed, for one request that reads none. */
export class Pulse {
  readonly #catalog: CatalogReader;
  readonly #clock: Clock;
  #dueAt: number;
  #differed: string | undefined;
  #tried: string | undefined;
  #differs = false;

  constructor(options: { catalog: CatalogReader; clock: Clock }) {
    this.#catalog = options.catalog;
    this.#clock = options.clock;
    this.#dueAt = this.#clock.monotonic() + PULSE_MS;
  }

  /** Whether it is time to feel it. */
  get isDue(): boolean {
    return this.#clock.monotonic() >= this.#dueAt;
  }

  /**
   * Asks the catalog.
   *
   * @param entities - how many there are in the graph
   * @throws what the catalog throws
   */
  async feel(entities: number, signal: AbortSignal): Promise<void> {
    this.#dueAt = this.#clock.monotonic() + PULSE_MS;
    const count = await this.#catalog.count(signal);
    const difference =
      count === entities ? undefined : `${count} instead of ${entities}`;
    // Once may be a moment's difference; and what a full reading has not changed, another won't.
    this.#differs =
      difference !== undefined &&
      this.#differed !== undefined &&
      difference !== this.#tried;
    this.#differed = difference;
    if (!difference) {
      this.#tried = undefined;
    }
  }

  /** Whether the catalog has held another number of entities than the graph twice in a row. */
  get differs(): boolean {
    return this.#differs;
  }

  /** The whole catalog is read. */
  tryReading(): void {
    this.#tried = this.#differed;
    this.#differed = undefined;
    this.#differs = false;
  }
}
