import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  AssignerSet,
  AssignersStatus,
  joinAssigners,
  readAssignersYaml,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { AssignerBook } from './AssignerBook';
import { RuleFileStore } from './RuleFileStore';

const FRESH_MS = 1_000;

/** The rules and aliases of app-config, and of the files in the catalog's database. */
export class CatalogAssignerBook implements AssignerBook {
  readonly #written: AssignerSet;
  readonly #files: readonly string[];
  readonly #store: RuleFileStore;
  readonly #logger: LoggerService;
  #set?: AssignerSet;
  #versions?: string;
  #checkedAt = -Infinity;
  #checking?: Promise<void>;
  #failing = false;
  #told = new Set<string>();

  constructor(options: {
    written: AssignerSet;
    files: readonly string[];
    store: RuleFileStore;
    logger: LoggerService;
  }) {
    this.#written = options.written;
    this.#files = options.files;
    this.#store = options.store;
    this.#logger = options.logger;
    this.#tell(this.#written);
    if (!this.#files.length) {
      this.#set = this.#written;
    }
  }

  async current() {
    return (await this.all()).assigners;
  }

  async all(): Promise<AssignerSet> {
    if (this.#files.length && performance.now() - this.#checkedAt >= FRESH_MS) {
      this.#checking ??= this.#check().finally(() => {
        this.#checking = undefined;
      });
      await this.#checking;
    }
    return this.#set!;
  }

  async status(): Promise<AssignersStatus> {
    const { assigners, faults } = await this.all();
    const files = await this.#store.files(this.#files);
    return {
      assigners: assigners.map(({ source, at, line, says, where }) => ({
        source,
        at,
        ...(line !== undefined && { line }),
        says,
        ...(where !== undefined && { where }),
      })),
      faults: [...faults],
      files: this.#files.map(target => {
        const { readAt, error } = files.get(target) ?? {};
        return {
          target,
          ...(readAt && { readAt: readAt.toISOString() }),
          ...(error !== undefined && { error }),
        };
      }),
    };
  }

  /** Notices what another replica has read. When the database does not answer, what was known before still holds. */
  async #check(): Promise<void> {
    try {
      const versions = await this.#store.versions(this.#files);
      if (versions !== this.#versions) {
        this.#set = await this.#load();
        this.#versions = versions;
        this.#tell(this.#set);
      }
      this.#failing = false;
    } catch (error) {
      if (!this.#set) {
        throw error;
      }
      if (!this.#failing) {
        this.#logger.warn(
          "The rules of the customer layer can't be read from the catalog's database; those read before still hold",
          toError(error),
        );
      }
      this.#failing = true;
    }
    this.#checkedAt = performance.now();
  }

  async #load(): Promise<AssignerSet> {
    const files = await this.#store.files(this.#files);
    return joinAssigners([
      this.#written,
      ...this.#files.map(target =>
        readAssignersYaml(files.get(target)?.text ?? '', target),
      ),
    ]);
  }

  /** Tells each fault once. */
  #tell({ faults }: AssignerSet): void {
    for (const { at, line, id, message } of faults) {
      const place = line === undefined ? at : `${at}:${line}`;
      const what = id === undefined ? '' : ` of "${id}"`;
      const text = `Something${what} at ${place} is left out of the assignments of the customer layer: ${message}`;
      if (!this.#told.has(text)) {
        this.#told.add(text);
        this.#logger.error(text);
      }
    }
  }
}
