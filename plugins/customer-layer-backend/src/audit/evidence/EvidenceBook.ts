import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { EvidenceLookup } from '@missing-layer/backstage-plugin-customer-layer-common';
import { EvidenceSource } from '@missing-layer/backstage-plugin-customer-layer-node';
import pLimit from 'p-limit';
import { untilAborted } from '../../catalog/untilAborted';
import { Clock } from '../../replica/Clock';
import { Outage } from '../../replica/Outage';
import { ConfirmationStore } from '../database/ConfirmationStore';
import { EvidenceStore } from '../database/EvidenceStore';
import { mergeEvidence } from './mergeEvidence';
import { readEvidence } from './readEvidence';

const POLL_MS = 2_000;
const SOURCE_TIMEOUT_MS = 120_000;

/** What the book says at one moment. */
export type EvidencePage = {
  /** Another one whenever something in the book has changed; of this replica only. */
  readonly number: number;
  readonly lookup: EvidenceLookup;
};

/** What a book says before it was read: nothing. */
export const EMPTY_PAGE: EvidencePage = { number: 0, lookup: () => undefined };

/**
 * What is known of entities beside their annotations, as every replica holds it in memory: what people confirmed, and what
 * sources said. What one replica writes, the others read within seconds.
 */
export class EvidenceBook {
  readonly #confirmations: ConfirmationStore;
  readonly #evidence: EvidenceStore;
  readonly #sources: readonly EvidenceSource[];
  readonly #logger: LoggerService;
  readonly #clock: Clock;
  readonly #outage: Outage;
  readonly #inTurn = pLimit(1);
  readonly #ending = new AbortController();
  #page = EMPTY_PAGE;
  #version: string | undefined;

  constructor(options: {
    confirmations: ConfirmationStore;
    evidence: EvidenceStore;
    sources: readonly EvidenceSource[];
    logger: LoggerService;
    clock: Clock;
  }) {
    this.#confirmations = options.confirmations;
    this.#evidence = options.evidence;
    this.#sources = options.sources;
    this.#logger = options.logger;
    this.#clock = options.clock;
    this.#outage = new Outage({
      logger: options.logger,
      clock: options.clock,
      over: 'Confirmations and evidence of the audit are read again',
    });
  }

  /** What it says at this moment; that stays the same, so whoever works for longer should hold on to one page. */
  get page(): EvidencePage {
    return this.#page;
  }

  /** Looks up what it says when it is called. */
  readonly lookup: EvidenceLookup = entityRef => this.#page.lookup(entityRef);

  /**
   * Reads what is new, if anything is.
   *
   * @throws what the database throws
   */
  async refresh(): Promise<void> {
    await this.#inTurn(() => this.#read());
  }

  /**
   * Asks all sources, and keeps what they say. One that fails keeps what it said before.
   *
   * @param teamRefs - Groups that operate something, sorted
   * @throws what the database throws, and the reason of the signal as soon as that is aborted
   */
  async gather(
    teamRefs: readonly string[],
    signal: AbortSignal,
  ): Promise<void> {
    await Promise.all(
      this.#sources.map(source => this.#ask(source, teamRefs, signal)),
    );
    signal.throwIfAborted();
    await this.#evidence.keepOnly(this.#sources.map(({ id }) => id));
    await this.refresh();
  }

  /** Begins to follow what is written. */
  start(): void {
    void this.#follow(this.#ending.signal);
  }

  /** Stops following. */
  stop(): void {
    this.#ending.abort();
  }

  async #follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (!this.#outage.pauses) {
        try {
          await this.refresh();
          this.#outage.end();
        } catch (error) {
          if (!signal.aborted) {
            this.#outage.note(
              error,
              'Confirmations and evidence of the audit can’t be read; what was read before goes on counting',
            );
          }
        }
      }
      await this.#clock.pause(POLL_MS, signal);
    }
  }

  async #read(): Promise<void> {
    const version = `${await this.#confirmations.count()} ${await this.#evidence.version()}`;
    if (version === this.#version) {
      return;
    }
    const known = mergeEvidence({
      confirmations: await this.#confirmations.newest(),
      evidence: await this.#evidence.all(),
    });
    this.#page = {
      number: this.#page.number + 1,
      lookup: entityRef => known.get(entityRef),
    };
    this.#version = version;
  }

  async #ask(
    source: EvidenceSource,
    teamRefs: readonly string[],
    signal: AbortSignal,
  ): Promise<void> {
    const soon = AbortSignal.any([
      signal,
      AbortSignal.timeout(SOURCE_TIMEOUT_MS),
    ]);
    let said: Map<string, unknown>;
    try {
      said = await untilAborted(
        source.gather({ teamRefs: [...teamRefs], signal: soon }),
        soon,
      );
    } catch (error) {
      signal.throwIfAborted();
      this.#logger.warn(
        `The source of evidence ${source.id} failed; what it said before goes on counting`,
        toError(error),
      );
      return;
    }
    const { evidence, problems } = readEvidence(source.id, said);
    if (problems.length) {
      this.#logger.warn(
        `The source of evidence ${source.id} said ${problems.length} of ${said.size} things that can't be read, the first: ${problems[0]}`,
      );
    }
    await this.#evidence.replace(source.id, evidence);
  }
}
