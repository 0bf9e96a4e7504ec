import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { CustomerGraph } from '@missing-layer/backstage-plugin-customer-layer-common';
import { createAnswering } from '../answering';
import { layersRoutes } from '../layersRoutes';
import { createRouter } from '../router';
import { readOpenApiDocument } from '../schema/openApiDocument';
import { Callers } from '../services/Callers';
import { Viewers } from '../services/Viewers';
import { layersOver } from './layersOver';
import { entity } from './shop';

/**
 * Serves the HTTP API over a graph that doesn't change, to users who may read everything, of which the catalog has to be
 * asked.
 */
export async function startRouter(graph: CustomerGraph) {
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(() => entity('Component:default/any')),
    }),
  });
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => ({
      success: jest.fn(),
      fail: jest.fn(),
    })),
  });
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async () => [
      {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: { rule: 'ANY', resourceType: 'catalog-entity', params: {} },
      },
    ],
  });
  const plugin = createBackendPlugin({
    pluginId: 'customer-layer',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          userInfo: coreServices.userInfo,
        },
        async init({ httpAuth, httpRouter, userInfo }) {
          httpRouter.use(
            createRouter({
              document: await readOpenApiDocument(),
              routes: [
                layersRoutes({
                  layers: layersOver(graph),
                  answering: createAnswering({
                    httpAuth,
                    auditor,
                    viewers: new Viewers({ catalog, permissions, logger }),
                    callers: new Callers({ permissions, userInfo, logger }),
                    telemetry: { answered() {} },
                  }),
                }),
              ],
            }),
          );
        },
      });
    },
  });
  const rootLogger = createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: () => logger,
  });
  const { server } = await startTestBackend({
    features: [plugin, rootLogger],
  });
  return { server, auditor, catalog, logger };
}
