import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { CustomerLayerClient } from '@missing-layer/backstage-plugin-customer-layer-common';
import customerLayerPlugin from '..';
import { SHOP } from './shop';

const CONDITIONAL: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { rule: 'IS_OPEN', resourceType: 'catalog-entity', params: {} },
};

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
    /** Stands before each reading of the catalog. */
    beforeReading?: () => void;
  } = {},
) {
  const { canRead, beforeReading, config = {} } = options;
  let catalog = catalogServiceMock({
    entities: [...(options.entities ?? SHOP)],
  });
  const asked: string[][] = [];

  const catalogFactory = createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () =>
      catalogServiceMock.mock({
        async *streamEntities(request) {
          beforeReading?.();
          yield* catalog.streamEntities(request);
        },
        async getEntitiesByRefs(request, callOptions) {
          asked.push(request.entityRefs);
          if (!callOptions || !('credentials' in callOptions)) {
            throw new Error('Called for nobody');
          }
          const { items } = await catalog.getEntitiesByRefs(request);
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
  });
  const scheduler = mockServices.scheduler();
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
      auditor.factory,
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => events,
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      mockServices.rootConfig.factory({ data: { customerLayer: config } }),
    ],
  });
  return {
    server: backend.server,
    auditor,
    events,
    asked,
    client: new CustomerLayerClient({
      discoveryApi: {
        getBaseUrl: async pluginId =>
          `http://localhost:${backend.server.port()}/api/${pluginId}`,
      },
      fetchApi: { fetch },
    }),
    replaceEntities(entities: Entity[]) {
      catalog = catalogServiceMock({ entities });
    },
    refresh: () => scheduler.triggerTask('refresh-graph'),
    stop: () => backend.stop(),
  };
}
