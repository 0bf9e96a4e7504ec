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
  TestDatabases,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import catalogModuleCustomerLayer from '@missing-layer/backstage-plugin-catalog-backend-module-customer-layer';
import { CustomerLayerClient } from '@missing-layer/backstage-plugin-customer-layer-common';
import customerLayerPlugin from '.';

// From a file in a real catalog, under a real permission policy, to answers over HTTP.

const SHOP = `
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: shoppers, title: Shoppers }
spec: { type: economic, tier: 2, value: { amount: 500, currency: EUR } }
---
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: acme, title: Acme Corporation, labels: { confidential: 'yes' } }
spec: { type: economic, tier: 1, value: { amount: 1000, currency: EUR } }
---
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: faulty }
spec: { type: economic, tier: 9 }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: dba, title: Database people, labels: { confidential: 'yes' } }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: web-team }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: web
  annotations:
    customer-layer.io/economic-customers: acme, shoppers, faulty
spec: { type: website, lifecycle: production, owner: web-team, dependsOn: ['resource:db'] }
---
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata:
  name: db
  annotations:
    customer-layer.io/operations-team: dba
spec: { type: database, owner: web-team }
`;

const confidentialPolicy = createBackendModule({
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

async function eventually(assertion: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + 20_000; ; ) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

it.each(databases.eachSupportedId())(
  'answers from the real catalog on %s, and no more than the policy allows',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const directory = createMockDirectory();
    directory.setContent({ 'shop.yaml': SHOP });
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleCustomerLayer,
        customerLayerPlugin,
        permissionPlugin,
        confidentialPolicy,
        authFactory,
        schedulerServiceFactory,
        mockServices.database.factory({ knex }),
        eventsServiceFactory,
        mockServices.permissions.factory(),
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            catalog: {
              // Once is enough; a refusal published during shutdown is an error that nobody catches.
              processingInterval: { minutes: 10 },
              rules: [
                {
                  allow: ['Customer', 'Component', 'Resource', 'Group'],
                },
              ],
              locations: [
                { type: 'file', target: directory.resolve('shop.yaml') },
              ],
            },
            customerLayer: {
              graph: {
                schedule: { frequency: 'PT0.2S', timeout: { minutes: 1 } },
              },
            },
          },
        }),
      ],
    });
    const client = new CustomerLayerClient({
      discoveryApi: {
        getBaseUrl: async pluginId =>
          `http://localhost:${backend.server.port()}/api/${pluginId}`,
      },
      fetchApi: { fetch },
    });
    const insider = {
      token: mockCredentials.user.token('user:default/insider'),
    };
    const outsider = {
      token: mockCredentials.user.token('user:default/outsider'),
    };
    const db = 'resource:default/db';

    await eventually(async () => {
      const { customers, operations } = await client.getLayers(db, insider);
      expect(customers).toMatchObject(
        [
          { customerRef: 'customer:default/acme', title: 'Acme Corporation' },
          { customerRef: 'customer:default/faulty', exists: false },
          { customerRef: 'customer:default/shoppers', source: 'derived' },
          { customerRef: 'group:default/web-team', source: 'consumer' },
        ].slice(0, customers.length),
      );
      expect(customers.length).toBeGreaterThanOrEqual(3);
      expect(operations).toMatchObject([
        { teamRef: 'group:default/dba', title: 'Database people' },
      ]);
      const web = await client.getLayers('component:default/web', insider);
      expect(web.problems).toMatchObject([
        {
          value: 'customer:default/faulty',
          message: expect.stringContaining('must be at most 4'),
        },
      ]);
    });

    const answers = [
      await client.getLayers(db, outsider),
      await client.getLayersByRefs(['component:web'], outsider),
      await client.getImpact([db], outsider),
      await client.getDelivery('customer:default/shoppers', outsider),
      await client.getCustomers({}, outsider),
    ];
    expect(JSON.stringify(answers)).not.toMatch(/acme|dba|database people/i);
    expect(answers[2]).toMatchObject({
      valueAtRisk: { EUR: 500 },
      valueHidden: 1,
      smallestTier: 2,
    });
    await expect(
      client.getDelivery('customer:default/acme', outsider),
    ).rejects.toMatchObject({ statusCode: 404 });

    await backend.stop();
    await knex.destroy();
  },
);
