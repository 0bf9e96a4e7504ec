import {
  AuthService,
  LoggerService,
  RootLifecycleService,
  SchedulerServiceTaskRunner,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ANNOTATION_LOCATION, Entity } from '@backstage/catalog-model';
import { ConflictError, ForwardedError } from '@backstage/errors';
import {
  CatalogService,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { ImportConfig } from './config';
import { customersOf } from './customersOf';
import { ImportPlan, planImport } from './planImport';
import { readSource } from './readSource';
import { readRows } from './rows';
import { summaryOf } from './summary';

const MOST_FAULTS = 100;
const MOST_REFS = 10;
const MOST_REFS_OF_DRY_RUN = 100;

/** Brings the customers of one source into the catalog, on a schedule. */
export class CustomerImportProvider implements EntityProvider {
  readonly #config: ImportConfig;
  readonly #reader: UrlReaderService;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #lifecycle: RootLifecycleService;
  readonly #logger: LoggerService;
  readonly #taskRunner: SchedulerServiceTaskRunner;
  readonly #location: string;

  constructor(options: {
    config: ImportConfig;
    reader: UrlReaderService;
    catalog: CatalogService;
    auth: AuthService;
    lifecycle: RootLifecycleService;
    logger: LoggerService;
    taskRunner: SchedulerServiceTaskRunner;
  }) {
    this.#config = options.config;
    this.#reader = options.reader;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#lifecycle = options.lifecycle;
    this.#logger = options.logger;
    this.#taskRunner = options.taskRunner;
    // Not the URL: it may hold a secret, and it may change while the customers stay.
    this.#location = `customer-layer-import:${options.config.id}`;
  }

  /** What the catalog knows the customers of this import by. */
  getProviderName(): string {
    return this.#location;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    // Each run asks the catalog what is there, which answers once the backend has started.
    this.#lifecycle.addStartupHook(() =>
      this.#taskRunner.run({
        id: this.#location,
        fn: async signal => {
          try {
            await this.#import(connection, signal);
          } catch (error) {
            // Thrown on, so that the scheduler logs it and counts the run as failed.
            throw new ForwardedError(
              `Import "${this.#config.id}" has changed nothing in the catalog`,
              error,
            );
          }
        },
      }),
    );
  }

  async #import(connection: EntityProviderConnection, signal: AbortSignal) {
    const text = await readSource(this.#reader, { ...this.#config, signal });
    const imported = await customersOf(
      readRows(text, this.#config),
      { ...this.#config, location: this.#location },
      signal,
    );
    this.#logFaults(imported.faults);
    const plan = planImport({
      imported,
      there: await this.#there(),
      maxRemoved: this.#config.guard.maxRemoved,
    });
    if (this.#config.dryRun) {
      summaryOf(plan, MOST_REFS_OF_DRY_RUN).forEach(phrase =>
        this.#log('info', `A dry run would ${phrase}`),
      );
    }
    if (plan.refusal !== undefined) {
      throw new ConflictError(plan.refusal);
    }
    if (!this.#config.dryRun) {
      signal.throwIfAborted();
      await this.#apply(connection, plan);
    }
  }

  async #apply(connection: EntityProviderConnection, plan: ImportPlan) {
    // Also when nothing differs: the catalog may not have caught up with the last time.
    await connection.applyMutation({
      type: 'full',
      entities: plan.entities.map(entity => ({
        entity,
        locationKey: this.#location,
      })),
    });
    this.#log('info', `Done: ${summaryOf(plan, MOST_REFS).join(', ')}`);
  }

  /** The customers of earlier imports, whichever process did them. */
  async #there(): Promise<Entity[]> {
    const there: Entity[] = [];
    const pages = this.#catalog.streamEntities(
      {
        filter: {
          kind: 'Customer',
          [`metadata.annotations.${ANNOTATION_LOCATION}`]: this.#location,
        },
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      there.push(...page);
    }
    return there;
  }

  #logFaults(faults: readonly string[]) {
    faults.slice(0, MOST_FAULTS).forEach(fault => this.#log('warn', fault));
    if (faults.length > MOST_FAULTS) {
      const more = faults.length - MOST_FAULTS;
      this.#log('warn', `${more} more rows are faulty`);
    }
  }

  #log(level: 'info' | 'warn', message: string) {
    this.#logger[level](`Import "${this.#config.id}": ${message}`);
  }
}
