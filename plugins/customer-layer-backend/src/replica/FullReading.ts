import { toError } from '@backstage/errors';
import { DerivationRules } from '@missing-layer/backstage-plugin-customer-layer-common';
import { buildGraph } from '../building/buildGraph';
import { CatalogReader } from '../catalog/CatalogReader';
import { Clock } from './Clock';

/** What came of a full reading. */
export type ReadingOutcome =
  | { outcome: 'read'; bytes: Uint8Array; durationMs: number }
  | { outcome: 'failed'; error: Error; durationMs: number };

/** A reading of the whole catalog that goes on while other work is done. */
export class FullReading {
  /** Whatever changed in the catalog before is in the graph. */
  readonly beganAt: Date;
  /** What was read again meanwhile, and is newer than what this reading may have seen of it. */
  readonly reread = new Set<string>();
  readonly #end = new AbortController();
  #outcome: ReadingOutcome | undefined;

  constructor(options: {
    catalog: CatalogReader;
    rules: DerivationRules;
    clock: Clock;
    timeoutMs: number;
    /** Called when there is an outcome. */
    onEnd(): void;
  }) {
    this.beganAt = options.clock.now();
    this.#run(options).then(outcome => {
      this.#outcome = outcome;
      options.onEnd();
    });
  }

  /** Absent while it goes on. */
  get outcome(): ReadingOutcome | undefined {
    return this.#outcome;
  }

  /** Gives it up. */
  stop(): void {
    this.#end.abort(new Error('The full reading was given up'));
  }

  async #run(options: {
    catalog: CatalogReader;
    rules: DerivationRules;
    clock: Clock;
    timeoutMs: number;
  }): Promise<ReadingOutcome> {
    const { catalog, rules, clock, timeoutMs } = options;
    const began = clock.monotonic();
    const durationMs = () => clock.monotonic() - began;
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = AbortSignal.any([this.#end.signal, timeout]);
    try {
      const bytes = await buildGraph({
        pages: catalog.pages(signal),
        rules,
        builtAt: this.beganAt.toISOString(),
        signal,
      });
      return { outcome: 'read', bytes, durationMs: durationMs() };
    } catch (error) {
      return {
        outcome: 'failed',
        error: timeout.aborted
          ? new Error(
              `The whole catalog was not read within ${timeoutMs} ms. If it takes that long, raise customerLayer.graph.schedule.timeout`,
            )
          : toError(error),
        durationMs: durationMs(),
      };
    }
  }
}
