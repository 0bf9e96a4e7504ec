import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  CustomerGraph,
  DEFAULT_DERIVATION_RULES,
  GraphBuilder,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { digest } from '../building/digest';
import { CatalogReader } from '../catalog/CatalogReader';
import { DatabaseGraphStore } from '../database/DatabaseGraphStore';
import { GraphStore } from '../database/GraphStore';
import { migrateDatabase } from '../database/migrateDatabase';
import { Replica, ReplicaOptions } from '../replica/Replica';
import { GraphKeeper } from '../services/GraphKeeper';
import { eventually } from './eventually';
import { FastClock } from './FastClock';
import { SHOP } from './shop';
import { TestCatalog } from './TestCatalog';

const MINUTE = 60_000;

/** The revision of the graph of some entities. */
export function revisionOf(
  entities: readonly Entity[],
  rules = DEFAULT_DERIVATION_RULES,
): string {
  const builder = new GraphBuilder({ digest, rules });
  entities.forEach(item => builder.add(item));
  return builder.build({ builtAt: '' }).revision;
}

/** Replicas on one SQLite database, beside a catalog that holds the shop; their time runs ten times as fast. */
export class ReplicaBench {
  readonly catalog = new TestCatalog(SHOP);
  readonly clock = new FastClock(10);
  readonly logger = mockServices.logger.mock();
  readonly knex: Knex;
  /** Looks at the database, and notes hints. */
  readonly store: GraphStore;
  readonly #replicas: Replica[] = [];

  private constructor(knex: Knex) {
    this.knex = knex;
    this.store = this.#createStore();
  }

  static async create(databases: TestDatabases): Promise<ReplicaBench> {
    const knex = await databases.init('SQLITE_3');
    return new ReplicaBench(
      await migrateDatabase({ getClient: async () => knex }),
    );
  }

  /** A replica that can be cut off from the database. */
  createReplica(options: Partial<ReplicaOptions> = {}) {
    const { clock, logger, catalog } = this;
    const graphs: CustomerGraph[] = [];
    const keeper = new GraphKeeper({
      now: clock.now,
      onGraph: graph => graphs.push(graph),
    });
    let obstacle: Promise<unknown> | undefined;
    const target = this.#createStore();
    const store = new Proxy(target, {
      get:
        (_, key: keyof GraphStore) =>
        async (...args: never[]) => {
          await obstacle;
          return Reflect.apply(target[key], target, args);
        },
    });
    const asked: string[] = [];
    const replica = new Replica({
      store,
      keeper,
      catalog: new CatalogReader({
        catalog: catalog.service,
        auth: mockServices.auth(),
        onAnswer: (purpose, rows) => asked.push(`${purpose}: ${rows}`),
      }),
      rules: DEFAULT_DERIVATION_RULES,
      schedule: { frequency: 10 * MINUTE, timeout: MINUTE, initialDelay: 0 },
      logger,
      telemetry: { refreshed: () => {} },
      clock,
      name: 'a replica',
      ...options,
    });
    this.#replicas.push(replica);
    return {
      replica,
      keeper,
      /** What it asked the catalog for, and how many entities it got. */
      asked,
      /** All it has answered from. */
      graphs,
      start() {
        replica.start();
        return this;
      },
      /** Whatever it wants of the database waits for this first. */
      obstruct(how: Promise<unknown> | undefined) {
        how?.catch(() => {});
        obstacle = how;
      },
      holdsCatalog: () => {
        const revision = revisionOf(catalog.entities);
        return eventually(() =>
          expect(keeper.kept?.graph.revision).toBe(revision),
        );
      },
      isReader: (reader = true) =>
        eventually(() => expect(keeper.status().reader).toBe(reader)),
    };
  }

  /** Lets time pass, by the clock of the replicas. */
  async wait(milliseconds: number): Promise<void> {
    await this.clock.pause(milliseconds, new AbortController().signal);
  }

  /** What was logged. */
  said(level: 'error' | 'warn' | 'info'): string[] {
    return this.logger[level].mock.calls.map(([text]) => String(text));
  }

  async stop(): Promise<void> {
    await Promise.all(this.#replicas.map(replica => replica.stop()));
  }

  #createStore(): DatabaseGraphStore {
    const { knex, logger, clock } = this;
    return new DatabaseGraphStore({ knex, logger, now: clock.now });
  }
}
