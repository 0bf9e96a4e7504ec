import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError, isError, toError } from '@backstage/errors';
import { readAssignersYaml } from '@missing-layer/backstage-plugin-customer-layer-common';
import { RuleFile, RuleFileStore } from './RuleFileStore';

const MOST_BYTES = 5_000_000;

/** Reads files of rules from where they are, and keeps what it reads. */
export class RuleFileReader {
  readonly #reader: UrlReaderService;
  readonly #store: RuleFileStore;
  readonly #logger: LoggerService;

  constructor(options: {
    reader: UrlReaderService;
    store: RuleFileStore;
    logger: LoggerService;
  }) {
    this.#reader = options.reader;
    this.#store = options.store;
    this.#logger = options.logger;
  }

  /** Reads files, one after the other. What can't be read keeps what was read before. */
  async readAll(
    targets: readonly string[],
    signal?: AbortSignal,
  ): Promise<void> {
    const known = await this.#store.files(targets);
    for (const target of targets) {
      if (signal?.aborted) {
        return;
      }
      await this.#read(target, known.get(target), signal);
    }
  }

  /** Reads the files that nobody ever tried to. */
  async readNew(targets: readonly string[]): Promise<void> {
    const known = await this.#store.files(targets);
    await this.readAll(targets.filter(target => !known.has(target)));
  }

  async #read(
    target: string,
    before: RuleFile | undefined,
    signal?: AbortSignal,
  ): Promise<void> {
    try {
      // A host that only knows the etag would never send a text that was lost.
      const etag = before?.text === undefined ? undefined : before.etag;
      const { text, etag: read } = await this.#fetch(target, etag, signal);
      await this.#store.keep(target, { text, etag: read, at: new Date() });
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') {
        await this.#store.confirm(target, new Date());
        return;
      }
      const { message } = toError(error);
      await this.#store.fail(target, message);
      this.#logger.warn(
        `The rules of the customer layer at "${target}" can't be read: ${message}. What was read before still holds`,
      );
    }
  }

  async #fetch(target: string, etag?: string, signal?: AbortSignal) {
    const response = await this.#reader.readUrl(target, { etag, signal });
    const bytes = await response.buffer();
    if (bytes.length > MOST_BYTES) {
      throw new InputError(
        `It has ${bytes.length} bytes, and ${MOST_BYTES} are the most. Spread the rules over several files`,
      );
    }
    const text = bytes.toString('utf8');
    const { unreadable } = readAssignersYaml(text, target);
    if (unreadable) {
      throw new InputError(`line ${unreadable.line}: ${unreadable.message}`);
    }
    return { text, etag: response.etag };
  }
}
