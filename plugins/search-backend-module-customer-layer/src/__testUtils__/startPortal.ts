import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogProcessingExtensionPoint,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import searchPlugin from '@backstage/plugin-search-backend';
import searchModuleCatalog from '@backstage/plugin-search-backend-module-catalog';
import { SearchResultSet } from '@backstage/plugin-search-common';
import { JsonObject } from '@backstage/types';
import catalogModuleCustomerLayer from '@missing-layer/backstage-plugin-catalog-backend-module-customer-layer';
// A portal has both in one backend.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import customerLayerPlugin from '@missing-layer/backstage-plugin-customer-layer-backend';
import searchModuleCustomerLayer from '..';
import { SHOP } from './shop';

/** Who searches: the outsider may not read what is labelled confidential. */
export type Person = 'insider' | 'outsider';

const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'confidential',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          async handle({ permission }, user) {
            return user?.info.userEntityRef === 'user:default/outsider' &&
              isResourcePermission(permission, 'catalog-entity')
              ? createCatalogConditionalDecision(permission, {
                  not: catalogConditions.hasLabel({ label: 'confidential' }),
                })
              : { result: AuthorizeResult.ALLOW };
          },
        });
      },
    });
  },
});

/** Has a confidential Customer say of itself that "gossip" is for it, which "gossip" does not say. */
const gossipModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'gossip',
  register(env) {
    env.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addProcessor({
          getProcessorName: () => 'GossipProcessor',
          async postProcessEntity(entity, _location, emit) {
            if (entity.metadata.name === 'quicksilver') {
              emit(
                processingResult.relation({
                  source: {
                    kind: 'Customer',
                    namespace: 'default',
                    name: 'quicksilver',
                  },
                  type: 'economicCustomerOf',
                  target: {
                    kind: 'Component',
                    namespace: 'default',
                    name: 'gossip',
                  },
                }),
              );
            }
            return entity;
          },
        });
      },
    });
  },
});

// Like the real service, and unlike the mock, says who calls on behalf of a user; the permission backend insists on it.
const authFactory = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const auth = mockServices.auth({ pluginId: plugin.getId() });
    const issue = auth.getPluginRequestToken.bind(auth);
    auth.getPluginRequestToken = async options =>
      auth.isPrincipal(options.onBehalfOf, 'user')
        ? {
            token: mockCredentials.user.token(
              options.onBehalfOf.principal.userEntityRef,
              { actor: { subject: `plugin:${plugin.getId()}` } },
            ),
          }
        : issue(options);
    return auth;
  },
});

/** A portal with {@link SHOP} in its catalog, in which everything but the database is the real thing. */
export async function startPortal(options: {
  permissions?: boolean;
  search?: JsonObject;
}) {
  const { permissions = true, search = {} } = options;
  const directory = createMockDirectory();
  directory.setContent({ 'shop.yaml': SHOP });
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleCustomerLayer,
      gossipModule,
      customerLayerPlugin,
      permissionPlugin,
      policyModule,
      searchPlugin,
      searchModuleCatalog,
      searchModuleCustomerLayer,
      authFactory,
      eventsServiceFactory,
      schedulerServiceFactory,
      mockServices.permissions.factory(),
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: permissions },
          catalog: {
            processingInterval: { minutes: 10 },
            rules: [
              {
                allow: ['Customer', 'Component', 'Resource', 'Group', 'System'],
              },
            ],
            locations: [
              { type: 'file', target: directory.resolve('shop.yaml') },
            ],
          },
          search: {
            collators: {
              catalog: {
                schedule: {
                  initialDelay: { seconds: 0 },
                  frequency: { seconds: 1 },
                  timeout: { minutes: 1 },
                },
              },
            },
          },
          customerLayer: {
            graph: {
              schedule: { frequency: 'PT0.2S', timeout: { minutes: 1 } },
            },
            search,
          },
        },
      }),
    ],
  });

  /** What somebody finds. */
  async function query(term: string, person: Person): Promise<SearchResultSet> {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/search/query?term=${encodeURIComponent(
        term,
      )}`,
      {
        headers: {
          authorization: `Bearer ${mockCredentials.user.token(
            `user:default/${person}`,
          )}`,
        },
      },
    );
    if (!response.ok) {
      throw new Error(`${response.status} ${await response.text()}`);
    }
    return response.json();
  }

  /** Titles of what somebody finds, sorted. */
  async function titles(term: string, person: Person): Promise<string[]> {
    const { results } = await query(term, person);
    return results.map(({ document }) => document.title).sort();
  }

  return { query, titles, stop: () => backend.stop() };
}
