import { ServiceUnavailableError, toError } from '@backstage/errors';
import { LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  assignersReadPermission,
  AssignersStatus,
  DryRun,
  DryRunner,
  readAssignersYaml,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Caller, Rights } from '../assigning/Rights';
import { AssignerBook } from './AssignerBook';

/** Which rules and aliases there are, and what they do; for those who may ask. */
export class AssignerQuestions {
  readonly #book: AssignerBook;
  readonly #rights: Rights;
  readonly #catalog: CatalogService;
  readonly #deliverableKinds: readonly string[];
  readonly #logger: LoggerService;

  constructor(options: {
    book: AssignerBook;
    rights: Rights;
    catalog: CatalogService;
    deliverableKinds: readonly string[];
    logger: LoggerService;
  }) {
    this.#book = options.book;
    this.#rights = options.rights;
    this.#catalog = options.catalog;
    this.#deliverableKinds = options.deliverableKinds;
    this.#logger = options.logger;
  }

  /** @throws NotAllowedError when the caller may not read them */
  async status(caller: Caller): Promise<AssignersStatus> {
    await this.#rights.demand(assignersReadPermission, caller);
    return this.#book.status();
  }

  /**
   * Tries rules and aliases out on what the caller may read of the catalog.
   *
   * @param rules - YAML with rules and aliases to try instead of those that hold
   * @throws NotAllowedError when the caller may not read them; ServiceUnavailableError when the catalog doesn't answer
   */
  async dryRun(rules: string | undefined, caller: Caller): Promise<DryRun> {
    await this.#rights.demand(assignersReadPermission, caller);
    const runner = new DryRunner(
      rules === undefined
        ? await this.#book.all()
        : readAssignersYaml(rules, 'the text'),
      { deliverableKinds: this.#deliverableKinds },
    );
    // With their rights, not with ours: values of annotations are told, and how often there are some.
    const pages = this.#catalog.streamEntities(
      {},
      { credentials: caller.credentials },
    );
    try {
      for await (const page of pages) {
        page.forEach(entity => runner.add(entity));
      }
    } catch (error) {
      this.#logger.warn(
        'The catalog was not read to its end for a dry run',
        toError(error),
      );
      throw new ServiceUnavailableError(
        'The catalog can not be read to its end at the moment. Ask again later',
      );
    }
    return runner.result();
  }
}
