import { setImmediate } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CoverageCounts,
  coverageInSteps,
  CustomerGraph,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { isEqual, pick } from 'lodash';
import { Clock } from '../replica/Clock';
import { Outage } from '../replica/Outage';
import { takeSteps } from '../services/takeSteps';
import { SampleStore } from './database/SampleStore';

const LOOK_MS = 5_000;

/** At most one sample in so long. */
const LEAST_APART_MS = 60_000;

const COUNTS = [
  'entities',
  'anyCustomer',
  'economic',
  'internal',
  'operations',
  'nobody',
] as const satisfies ReadonlyArray<keyof CoverageCounts>;

// Requests that wait come between the steps.
const countsOf = async (graph: CustomerGraph): Promise<CoverageCounts> =>
  pick(
    await takeSteps(coverageInSteps(graph), () => setImmediate()),
    COUNTS,
  );

/**
 * Notes how much of the catalog is covered, when that has changed. Of several replicas the one does that reads the catalog.
 */
export class CoverageRecorder {
  readonly #keeper: {
    readonly kept: { graph: CustomerGraph } | undefined;
    status(): { reader: boolean };
  };
  readonly #samples: Pick<SampleStore, 'last' | 'add'>;
  readonly #clock: Clock;
  readonly #outage: Outage;
  readonly #ending = new AbortController();
  #running: Promise<void> | undefined;
  #counted: CustomerGraph | undefined;
  #countedAt = -Infinity;

  constructor(options: {
    keeper: {
      readonly kept: { graph: CustomerGraph } | undefined;
      status(): { reader: boolean };
    };
    samples: Pick<SampleStore, 'last' | 'add'>;
    logger: LoggerService;
    clock: Clock;
  }) {
    this.#keeper = options.keeper;
    this.#samples = options.samples;
    this.#clock = options.clock;
    this.#outage = new Outage({
      ...options,
      over: 'The history of the coverage is written again',
    });
  }

  /** Begins, and returns at once. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** Notes nothing more. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      try {
        await this.look();
        this.#outage.end();
      } catch (error) {
        this.#outage.note(
          error,
          'The history of the coverage is not written for the time being',
        );
      }
      await this.#clock.pause(LOOK_MS, signal);
    }
  }

  /** Notes how it is, if it is time to, and it isn't what was noted last. */
  async look(): Promise<void> {
    const graph = this.#keeper.kept?.graph;
    const now = this.#clock.monotonic();
    if (
      !graph ||
      graph === this.#counted ||
      now - this.#countedAt < LEAST_APART_MS ||
      !this.#keeper.status().reader
    ) {
      return;
    }
    this.#countedAt = now;
    const counts = await countsOf(graph);
    const last = await this.#samples.last();
    if (!last || !isEqual(pick(last, COUNTS), counts)) {
      await this.#samples.add(counts, this.#clock.now());
    }
    this.#counted = graph;
  }
}
