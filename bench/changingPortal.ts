import { createBackend } from '@backstage/backend-defaults';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import {
  AuthService,
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  CatalogService,
  catalogServiceRef,
  DeferredEntity,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import allowAllPolicy from '@backstage/plugin-permission-backend-module-allow-all-policy';
import catalogModuleCustomerLayer from '@missing-layer/backstage-plugin-catalog-backend-module-customer-layer';
import customerLayerPlugin from '@missing-layer/backstage-plugin-customer-layer-backend';
import { GRAPH_ENTITY_FIELDS } from '@missing-layer/backstage-plugin-customer-layer-common';
import { freePort } from '../scripts/ports.mjs';
import { backendConfig } from './backendConfig';
import { KINDS } from './CatalogDraft';
import { CatalogLoad } from './CatalogLoad';

const TOKEN = 'a-token-for-the-measurement-only';
const LOCATION = 'url:https://git.example.com/catalog-info.yaml';

/** A portal in this process: catalog, permissions and this suite on PostgreSQL, and a provider of entities. */
export type ChangingPortal = {
  /** What was asked of the catalog. */
  load: CatalogLoad;
  /** Provides an entity as it is now. */
  provide(entity: Entity): Promise<void>;
  /** Asks a plugin over HTTP. @returns the JSON of its answer, or undefined when it isn't 200 */
  ask<T>(path: string): Promise<T | undefined>;
  /** Reads the whole catalog once, as the plugin "bench". */
  readAll(): Promise<void>;
  stop(): Promise<void>;
};

const silent: RootLoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silent,
};

// Who provided what stands in the tables already.
const SOURCE_OF_TABLES = 'synthetic-catalog';

// Without a key of its location, as in the tables: with another the catalog would delete the entity first.
const deferred = (entity: Entity): DeferredEntity => {
  const { relations, ...delivered } = entity;
  return {
    entity: {
      ...delivered,
      metadata: {
        ...delivered.metadata,
        annotations: {
          ...delivered.metadata.annotations,
          'backstage.io/managed-by-location': LOCATION,
          'backstage.io/managed-by-origin-location': LOCATION,
        },
      },
    },
  };
};

const configOf = (connection: string, port: number) => ({
  backend: backendConfig({ connection, port, token: TOKEN }),
  permission: { enabled: true },
  catalog: {
    // Nothing but what is changed is processed, so that no other work is measured.
    processingInterval: { days: 300 },
    rules: [{ allow: [...KINDS] }],
  },
});

/** Starts the portal on a PostgreSQL server. */
export async function startChangingPortal(
  connection: string,
): Promise<ChangingPortal> {
  const port = await freePort();
  const load = new CatalogLoad();
  let provider: EntityProviderConnection | undefined;
  let reader: { catalog: CatalogService; auth: AuthService } | undefined;

  const providerModule = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'bench',
    register: env =>
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        init: async ({ processing }) =>
          processing.addEntityProvider({
            getProviderName: () => SOURCE_OF_TABLES,
            connect: async connection => {
              provider = connection;
            },
          }),
      }),
  });
  const readerPlugin = createBackendPlugin({
    pluginId: 'bench',
    register: env =>
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          httpRouter: coreServices.httpRouter, // Serves the keys of its tokens.
        },
        init: async ({ auth, catalog }) => {
          reader = { auth, catalog };
        },
      }),
  });

  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(configOf(connection, port)),
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => silent,
    }),
  );
  backend.add(
    rootHttpRouterServiceFactory({
      configure({ app, applyDefaults }) {
        app.use('/api/catalog', load.count);
        applyDefaults();
      },
    }),
  );
  for (const feature of [
    catalogPlugin,
    permissionPlugin,
    allowAllPolicy,
    catalogModuleCustomerLayer,
    customerLayerPlugin,
    providerModule,
    readerPlugin,
  ]) {
    backend.add(feature);
  }
  await backend.start();

  return {
    load,
    async provide(entity) {
      await provider!.applyMutation({
        type: 'delta',
        added: [deferred(entity)],
        removed: [],
      });
    },
    async ask(path) {
      const response = await fetch(`http://127.0.0.1:${port}/api/${path}`, {
        headers: { authorization: `Bearer ${TOKEN}` },
      });
      const body = await response.json();
      return response.ok ? body : undefined;
    },
    async readAll() {
      const { auth, catalog } = reader!;
      const pages = catalog.streamEntities(
        { fields: GRAPH_ENTITY_FIELDS, pageSize: 500 },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      for await (const page of pages) {
        page.forEach(() => {});
      }
    },
    stop: () => backend.stop(),
  };
}
