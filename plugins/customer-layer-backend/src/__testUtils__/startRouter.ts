import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createContractRouter } from '@missing-layer/backstage-plugin-customer-layer-node';
import { Router } from 'express';
import { Answering, createAnswering } from '../answering';
import { readOpenApiDocument } from '../schema/openApiDocument';
import { Callers } from '../services/Callers';
import { Turns } from '../services/Turns';
import { Viewers } from '../services/Viewers';
import { CONDITIONAL, userIn } from './decisions';
import { entity } from './shop';

/** Ref of a user who may read everything, and of whom the policy says so. */
export const AUDITOR = 'user:default/auditor';

/** Serves some routes of the HTTP API to users who may do everything, and of whom the catalog knows what they may read. */
export async function startRouter(options: {
  routes(answering: Answering): Router[];
  /** Whether users may read an entity; all where absent. */
  canRead?(entityRef: string): boolean;
}) {
  const { routes, canRead = () => true } = options;
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(ref =>
        canRead(ref) ? entity('Component:default/any') : undefined,
      ),
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
    authorizeConditional: async (_, { credentials }) => [
      userIn(credentials) === AUDITOR
        ? { result: AuthorizeResult.ALLOW }
        : CONDITIONAL,
    ],
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
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
            createContractRouter({
              document: await readOpenApiDocument(),
              routes: routes(
                createAnswering({
                  httpAuth,
                  auditor,
                  viewers: new Viewers({ catalog, permissions, logger }),
                  callers: new Callers({ permissions, userInfo, logger }),
                  telemetry: { answered() {} },
                  turns: new Turns(),
                }),
              ),
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
  const { server, stop } = await startTestBackend({
    features: [plugin, rootLogger],
  });
  return { server, auditor, catalog, logger, stop };
}
