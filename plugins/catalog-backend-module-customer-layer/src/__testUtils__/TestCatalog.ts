import {
  BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
  RootLoggerService,
  ServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogLocationsExtensionPoint,
  catalogProcessingExtensionPoint,
  locationSpecToMetadataName,
} from '@backstage/plugin-catalog-node';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { HumanDuration, JsonObject } from '@backstage/types';
import {
  AssignmentsClient,
  CHANGE_HINTS_TOPIC,
  parseChangeHints,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import request from 'supertest';
import catalogModuleCustomerLayer from '..';

type Directory = ReturnType<typeof createMockDirectory>;

/**
 * The real events service, except that it never closes: the catalog goes on processing on its way down, and publishes what
 * it refuses then without handling that the service has closed.
 */
const openEventsServiceFactory = createServiceFactory({
  service: eventsServiceRef,
  deps: {
    plugin: coreServices.pluginMetadata,
    rootLogger: coreServices.rootLogger,
  },
  createRootContext: ({ rootLogger }) =>
    DefaultEventsService.create({ logger: rootLogger }),
  factory: ({ plugin }, events) => events.forPlugin(plugin.getId()),
});

const annotationsOf = ({ metadata }: Entity): Record<string, string> =>
  Object.fromEntries(
    Object.entries(metadata.annotations ?? {})
      .filter(([name]) => name.startsWith('customer-layer.io/'))
      .map(([name, value]) => [name.split('/')[1], value]),
  );

/** A real catalog that reads one real file, seen from its HTTP API. */
export class TestCatalog {
  /** What the customer layer logged as a warning. */
  readonly warnings: string[] = [];
  /** Of each entity that was refused last, why; by ref. */
  readonly errors = new Map<string, string[]>();
  /** How often each entity was processed, by ref. */
  readonly runs = new Map<string, number>();
  /** The refs that were hinted to have changed, in order. */
  readonly hints: string[] = [];
  readonly #directory: Directory;
  #backend?: TestBackend;

  private constructor(directory: Directory) {
    this.#directory = directory;
  }

  static async start(options: {
    directory: Directory;
    database: Knex;
    yaml: string;
    customerLayer?: JsonObject;
    events?: ServiceFactory;
    /** How often each entity is processed without a reason; every second where absent. */
    processingInterval?: HumanDuration;
    /** What is installed beside it. */
    features?: BackendFeature[];
    /** Beside `catalog` and `customerLayer`. */
    otherConfig?: JsonObject;
  }): Promise<TestCatalog> {
    const { directory, database, customerLayer } = options;
    const catalog = new TestCatalog(directory);
    catalog.write(options.yaml);
    catalog.#backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleCustomerLayer,
        catalog.#observer(),
        catalog.#logger(),
        options.events ?? openEventsServiceFactory,
        mockServices.database.factory({ knex: database }),
        ...(options.features ?? []),
        mockServices.rootConfig.factory({
          data: {
            ...options.otherConfig,
            catalog: {
              processingInterval: {
                ...(options.processingInterval ?? { seconds: 1 }),
              },
              stitchingStrategy: { pollingInterval: { milliseconds: 100 } },
              rules: [
                {
                  allow: [
                    'Customer',
                    ...['Component', 'API', 'Resource', 'System', 'Domain'],
                    ...['Group', 'User', 'Location'],
                  ],
                },
              ],
              locations: [
                { type: 'file', target: directory.resolve('catalog.yaml') },
              ],
            },
            ...(customerLayer && { customerLayer }),
          },
        }),
      ],
    });
    return catalog;
  }

  /** Replaces the file that the catalog reads. */
  write(yaml: string) {
    this.#directory.addContent({ 'catalog.yaml': yaml });
  }

  /** The API for assigning, as a certain user calls it. */
  as(userRef: string): AssignmentsClient {
    const token = mockCredentials.user.token(userRef);
    return new AssignmentsClient({
      discoveryApi: {
        getBaseUrl: async pluginId => `${this.address}/api/${pluginId}`,
      },
      fetchApi: {
        fetch: (url, init) =>
          fetch(url, {
            ...init,
            headers: { ...init?.headers, authorization: `Bearer ${token}` },
          }),
      },
    });
  }

  /** Waits until it has so many entities. */
  has(count: number): Promise<void> {
    return this.eventually(async () => {
      const refs = Object.keys(await this.relations());
      if (refs.length !== count) {
        throw new Error(`The catalog has ${refs.length} entities: ${refs}`);
      }
    });
  }

  /** Registers a file as a person does in the portal. @returns the id of the location */
  async register(file: string): Promise<string> {
    const { body } = await request(this.#backend!.server)
      .post('/api/catalog/locations')
      .send({ type: 'file', target: this.#directory.resolve(file) })
      .expect(201);
    return body.location.id;
  }

  /** Takes a registered file out again. */
  async unregister(locationId: string): Promise<void> {
    await request(this.#backend!.server)
      .delete(`/api/catalog/locations/${locationId}`)
      .expect(204);
  }

  /** Has an entity processed soon, as a person does in the portal. */
  async refresh(entityRef: string): Promise<void> {
    await request(this.#backend!.server)
      .post('/api/catalog/refresh')
      .send({ entityRef })
      .expect(200);
  }

  /** Has the catalog read a file again. */
  refreshFile(file: string): Promise<void> {
    const name = locationSpecToMetadataName({
      type: 'file',
      target: this.#directory.resolve(file),
    });
    return this.refresh(`location:default/${name}`);
  }

  /** The annotations of an entity that are about customers and teams, by their names behind the slash. */
  async annotations(entityRef: string): Promise<Record<string, string>> {
    const entity = (await this.entities()).find(
      candidate => stringifyEntityRef(candidate) === entityRef,
    );
    if (!entity) {
      throw new Error(`The catalog has no "${entityRef}"`);
    }
    return annotationsOf(entity);
  }

  /** The same of all entities, by ref. */
  async allAnnotations(): Promise<Record<string, Record<string, string>>> {
    return Object.fromEntries(
      (await this.entities())
        .filter(({ kind }) => kind !== 'Location')
        .map(entity => [stringifyEntityRef(entity), annotationsOf(entity)]),
    );
  }

  /** Calls what no client of ours has a method for. @param path - behind `/api` @throws when the answer is a failure */
  async post(userRef: string, path: string, body: object): Promise<JsonObject> {
    const response = await fetch(`${this.address}/api/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${mockCredentials.user.token(userRef)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }

  /** Where the backend listens. */
  get address(): string {
    return `http://localhost:${this.#backend!.server.port()}`;
  }

  async stop() {
    await this.#backend?.stop();
  }

  /** Waits until every entity was processed once more from start to end. */
  async anotherRun(): Promise<void> {
    const before = new Map(this.runs);
    await this.eventually(() => {
      for (const [ref, runs] of before) {
        if (this.runs.get(ref)! < runs + 2) {
          throw new Error(`"${ref}" was not processed again`);
        }
      }
    });
  }

  /** Deletes an entity as a person does in the portal. */
  async delete(entityRef: string): Promise<void> {
    const entity = (await this.entities()).find(
      candidate => stringifyEntityRef(candidate) === entityRef,
    );
    await request(this.#backend!.server)
      .delete(`/api/catalog/entities/by-uid/${entity?.metadata.uid}`)
      .expect(204);
    this.runs.delete(entityRef);
  }

  async entities(): Promise<Entity[]> {
    const { body } = await request(this.#backend!.server)
      .get('/api/catalog/entities')
      .expect(200);
    return body;
  }

  /** The relations of every entity, as `type target`, sorted. */
  async relations(): Promise<Record<string, string[]>> {
    return Object.fromEntries(
      (await this.entities())
        .filter(({ kind }) => kind !== 'Location')
        .map(entity => [
          stringifyEntityRef(entity),
          (entity.relations ?? [])
            .map(({ type, targetRef }) => `${type} ${targetRef}`)
            .sort(),
        ]),
    );
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

  #observer() {
    return createBackendModule({
      pluginId: 'catalog',
      moduleId: 'observer',
      register: env =>
        env.registerInit({
          deps: {
            locations: catalogLocationsExtensionPoint,
            processing: catalogProcessingExtensionPoint,
            events: eventsServiceRef,
          },
          init: async ({ locations, processing, events }) => {
            locations.setAllowedLocationTypes(['file', 'url']);
            await events.subscribe({
              id: 'observer',
              topics: [CHANGE_HINTS_TOPIC],
              onEvent: async ({ eventPayload }) => {
                this.hints.push(...parseChangeHints(eventPayload).entityRefs);
              },
            });
            processing.addProcessor({
              getProcessorName: () => 'Observer',
              getPriority: () => 0,
              preProcessEntity: async entity => {
                const ref = stringifyEntityRef(entity);
                this.runs.set(ref, (this.runs.get(ref) ?? 0) + 1);
                return entity;
              },
            });
            processing.setOnProcessingErrorHandler(
              ({ unprocessedEntity, errors }) => {
                this.errors.set(
                  stringifyEntityRef(unprocessedEntity),
                  errors.map(String),
                );
              },
            );
          },
        }),
    });
  }

  #logger() {
    const logger: RootLoggerService = {
      error() {},
      warn: message => {
        if (/customer-layer\.io|customer layer/.test(message)) {
          this.warnings.push(message);
        }
      },
      info() {},
      debug() {},
      child: () => logger,
    };
    return createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => logger,
    });
  }
}
