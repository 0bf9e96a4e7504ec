import {
  coreServices,
  createServiceFactory,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { JsonObject } from '@backstage/types';
import catalogModuleCustomerLayer from '@missing-layer/backstage-plugin-catalog-backend-module-customer-layer';
import { Knex } from 'knex';
import request from 'supertest';
import catalogModuleCustomerLayerImport from '..';

/** A real catalog with the real scheduler, which imports from a host every second. */
export class ImportingCatalog {
  readonly #database: Knex;
  readonly #host: string;
  #backend?: TestBackend;
  /** What was logged of imports and not waited for yet. */
  #logged: string[] = [];

  constructor(options: { database: Knex; host: string }) {
    this.#database = options.database;
    this.#host = options.host;
  }

  /** Starts it, anew if it runs, under a configuration of the import. */
  async start(config: JsonObject | undefined): Promise<void> {
    await this.stop();
    this.#logged = [];
    this.#backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleCustomerLayer,
        catalogModuleCustomerLayerImport,
        schedulerServiceFactory,
        this.#logger(),
        mockServices.database.factory({ knex: this.#database }),
        mockServices.rootConfig.factory({
          data: {
            backend: { reading: { allow: [{ host: this.#host }] } },
            catalog: {
              processingInterval: { seconds: 1 },
              stitchingStrategy: { pollingInterval: { milliseconds: 100 } },
              rules: [{ allow: ['Customer'] }],
              providers: {
                customerLayer: config && {
                  crm: {
                    schedule: {
                      frequency: { seconds: 1 },
                      timeout: { seconds: 30 },
                    },
                    ...config,
                  },
                },
              },
            },
          },
        }),
      ],
    });
  }

  async stop(): Promise<void> {
    await this.#backend?.stop();
    this.#backend = undefined;
  }

  async customers(): Promise<Entity[]> {
    const { body } = await request(this.#backend!.server)
      .get('/api/catalog/entities?filter=kind=customer')
      .expect(200);
    return body;
  }

  /** The titles of all customers, sorted. */
  async titles(): Promise<Array<string | undefined>> {
    return (await this.customers())
      .map(({ metadata }) => metadata.title)
      .sort();
  }

  /** Deletes a customer as a person does in the portal. */
  async delete(title: string): Promise<void> {
    const customer = (await this.customers()).find(
      ({ metadata }) => metadata.title === title,
    );
    await request(this.#backend!.server)
      .delete(`/api/catalog/entities/by-uid/${customer?.metadata.uid}`)
      .expect(204);
  }

  /** Waits for a line in the log, and forgets those up to it. */
  async logs(line: string | RegExp): Promise<void> {
    const matches = (logged: string) =>
      typeof line === 'string' ? logged === line : line.test(logged);
    await this.eventually(() => {
      const index = this.#logged.findIndex(matches);
      if (index < 0) {
        throw new Error(`Not logged: ${line}\n${this.#logged.join('\n')}`);
      }
      this.#logged.splice(0, index + 1);
    });
  }

  /** Waits until an assertion holds, at most 20 seconds. */
  async eventually(assertion: () => Promise<void> | void): Promise<void> {
    const end = Date.now() + 20_000;
    for (;;) {
      try {
        await assertion();
        return;
      } catch (error) {
        if (Date.now() > end) {
          throw error;
        }
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  #logger() {
    const log = (message: unknown) => {
      if (String(message).includes('Import "crm"')) {
        this.#logged.push(String(message));
      }
    };
    const logger: RootLoggerService = {
      ...{ error: log, warn: log, info: log, debug() {} },
      child: () => logger,
    };
    return createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => logger,
    });
  }
}
