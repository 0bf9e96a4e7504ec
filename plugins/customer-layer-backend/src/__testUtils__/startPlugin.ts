import {
  BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  AuditClient,
  CHANGE_HINTS_TOPIC,
  CoverageClient,
  CustomerLayerClient,
  readCustomerLayerConfig,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import customerLayerPlugin from '..';
import { CONDITIONAL, userIn } from './decisions';
import { eventually } from './eventually';
import { revisionOf } from './ReplicaBench';
import { SHOP } from './shop';
import { TestCatalog } from './TestCatalog';

// A backend and its worker thread are translated from TypeScript first.
jest.setTimeout(60_000);

const token = mockCredentials.user.token();

/**
 * Starts the plugin beside a catalog in memory.
 *
 * @remarks
 *
 * With `canRead`, users may read so much and no more; the catalog holds itself to that, as the real one does.
 */
export async function startPlugin(
  options: {
    entities?: readonly Entity[];
    canRead?: (ref: string) => boolean;
    decision?: PolicyDecision;
    config?: object;
    /** Beside `customerLayer`. */
    otherConfig?: object;
    /** What is installed beside it. */
    features?: BackendFeature[];
    /** Whether a user lacks a permission. */
    lacks?: (permission: string, userRef: string) => boolean;
    /** The groups of each user. */
    groupsOf?: Readonly<Record<string, string[]>>;
    /** Why the catalog is down at first. */
    catalogIsDown?: Error;
  } = {},
) {
  const { canRead, config = {} } = options;
  const catalog = new TestCatalog(options.entities ?? SHOP);
  catalog.down = options.catalogIsDown;
  const asked: string[][] = [];

  const catalogFactory = createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: (): CatalogService => ({
      ...catalog.service,
      async getEntitiesByRefs(request, { credentials }) {
        const { items } = await catalog.service.getEntitiesByRefs(request, {
          credentials,
        });
        if (mockServices.auth().isPrincipal(credentials, 'service')) {
          return { items };
        }
        asked.push(request.entityRefs);
        return {
          items: items.map((item, index) =>
            canRead?.(request.entityRefs[index]) ?? true ? item : undefined,
          ),
        };
      },
    }),
  });
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async requests =>
      requests.map(
        () =>
          options.decision ??
          (canRead ? CONDITIONAL : { result: AuthorizeResult.ALLOW }),
      ),
    authorize: async (requests, { credentials }) =>
      requests.map(({ permission }) => ({
        result: options.lacks?.(permission.name, userIn(credentials))
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
  });
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async credentials => {
      const userEntityRef = userIn(credentials);
      const groups = options.groupsOf?.[userEntityRef] ?? [];
      return { userEntityRef, ownershipEntityRefs: [userEntityRef, ...groups] };
    },
  });
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => ({
      success: jest.fn(),
      fail: jest.fn(),
    })),
  });
  const events = mockServices.events();

  const backend = await startTestBackend({
    features: [
      customerLayerPlugin,
      catalogFactory,
      permissions.factory,
      userInfo.factory,
      auditor.factory,
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => events,
      }),
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      mockServices.rootConfig.factory({
        data: { ...options.otherConfig, customerLayer: config },
      }),
      ...(options.features ?? []),
    ],
  });
  const surroundings = {
    discoveryApi: {
      getBaseUrl: async (pluginId: string) =>
        `http://localhost:${backend.server.port()}/api/${pluginId}`,
    },
    fetchApi: { fetch },
  };
  const client = new CustomerLayerClient(surroundings);
  const { rules } = readCustomerLayerConfig(
    new ConfigReader({ customerLayer: config }),
  );
  return {
    server: backend.server,
    auditor,
    events,
    /** What users had the catalog asked for. */
    asked,
    client,
    audit: new AuditClient(surroundings),
    coverage: new CoverageClient(surroundings),
    catalog,
    /** Waits until answers come from what the catalog holds now, all of which it says may have changed. */
    async refresh(entityRefs = catalog.refs) {
      await eventually(() => client.getGraphStatus({ token }));
      await events.publish({
        topic: CHANGE_HINTS_TOPIC,
        eventPayload: { entityRefs },
      });
      const revision = revisionOf(catalog.entities, rules);
      await eventually(async () =>
        expect(await client.getGraphStatus({ token })).toMatchObject({
          revision,
        }),
      );
    },
    stop: () => backend.stop(),
  };
}
