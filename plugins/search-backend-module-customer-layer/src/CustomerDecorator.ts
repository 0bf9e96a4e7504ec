import { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError, toError } from '@backstage/errors';
import { DecoratorBase } from '@backstage/plugin-search-backend-node';
import { IndexableDocument } from '@backstage/plugin-search-common';
import { MOST_CUSTOMERS, NamesOfEntities } from './CustomerNames';
import { Patience } from './Patience';

/** Finds out the names of the customers of some entities. */
export type FindNames = (
  entityRefs: string[],
  signal: AbortSignal,
) => Promise<NamesOfEntities>;

const DOCUMENTS_PER_BATCH = 50;

const NOT_YET: readonly number[] = [502, 503, 504];

// The customer layer is starting, or nobody could be reached, which `fetch` says with a TypeError.
const passes = (error: unknown) =>
  error instanceof ResponseError
    ? NOT_YET.includes(error.statusCode)
    : error instanceof TypeError;

function withNames(
  document: IndexableDocument,
  names: readonly string[],
): IndexableDocument {
  if (names.length === 0) {
    return document;
  }
  const customers = `Customers: ${names.join(', ')}`;
  return {
    ...document,
    text: document.text ? `${document.text} · ${customers}` : customers,
  };
}

/**
 * Writes the names of customers into the documents of the entities that are for them, batch by batch, during one indexing.
 * If the names can't be had, the documents go on as they are.
 */
export class CustomerDecorator extends DecoratorBase {
  readonly #findNames: FindNames;
  readonly #logger: LoggerService;
  readonly #patience: Patience;
  readonly #ended = new AbortController();
  #batch: IndexableDocument[] = [];
  #gaveUp = false;
  #cut = 0;

  constructor(options: {
    findNames: FindNames;
    logger: LoggerService;
    /** For so long in all it waits for names. */
    patienceMs: number;
  }) {
    super();
    this.#findNames = options.findNames;
    this.#logger = options.logger;
    this.#patience = new Patience({
      milliseconds: options.patienceMs,
      signal: this.#ended.signal,
      passes,
    });
  }

  /** Nothing is asked before there are documents. */
  async initialize(): Promise<void> {}

  /** Keeps the document until there are enough for one question. */
  async decorate(document: IndexableDocument): Promise<IndexableDocument[]> {
    if (this.#gaveUp) {
      return [document];
    }
    this.#batch.push(document);
    return this.#batch.length < DOCUMENTS_PER_BATCH ? [] : this.#takeBatch();
  }

  /** Gives away what is left. */
  async finalize(): Promise<void> {
    for (const document of await this.#takeBatch()) {
      this.push(document);
    }
    if (this.#cut > 0) {
      this.#logger.info(
        `${
          this.#cut
        } documents name the first ${MOST_CUSTOMERS} customers of their entity, and not the others`,
      );
    }
  }

  /** Stops waiting when the indexing ends before its time. */
  _destroy(
    error: Error | null,
    callback: (error?: Error | null) => void,
  ): void {
    this.#ended.abort();
    super._destroy(error, callback);
  }

  async #takeBatch(): Promise<IndexableDocument[]> {
    const batch = this.#batch;
    this.#batch = [];
    const refs = batch.flatMap(
      ({ authorization }) => authorization?.resourceRef ?? [],
    );
    const names = refs.length > 0 && (await this.#namesOf(refs));
    return names
      ? batch.map(document =>
          withNames(
            document,
            names.get(document.authorization?.resourceRef ?? '') ?? [],
          ),
        )
      : batch;
  }

  async #namesOf(refs: string[]): Promise<Map<string, string[]> | undefined> {
    try {
      const { names, cut } = await this.#patience.wait(signal =>
        this.#findNames(refs, signal),
      );
      this.#cut += cut;
      return new Map(refs.map((ref, index) => [ref, names[index]]));
    } catch (error) {
      this.#gaveUp = true;
      if (!this.#ended.signal.aborted) {
        this.#logger.warn(
          'Search does not know all customers now: the documents of this indexing that are left go without. The next one tries again',
          toError(error),
        );
      }
      return undefined;
    }
  }
}
