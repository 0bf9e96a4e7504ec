import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { durationToMilliseconds } from '@backstage/types';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { CUSTOMER_LAYER_PLUGIN_ID } from '@missing-layer/backstage-plugin-customer-layer-common';
import { createAnswering } from './answering';
import { readBackendConfig } from './config';
import { createRouter } from './router';
import { readOpenApiDocument } from './schema/openApiDocument';
import { CustomerLayers } from './services/CustomerLayers';
import { GraphKeeper } from './services/GraphKeeper';
import { readGraph } from './services/readGraph';
import { RefusedCustomers } from './services/RefusedCustomers';
import { createTelemetry, observeGraph } from './services/telemetry';
import { Viewers } from './services/Viewers';

/**
 * Keeps the customer layer of the whole catalog in memory and answers questions about it.
 *
 * @public
 */
export const customerLayerPlugin = createBackendPlugin({
  pluginId: CUSTOMER_LAYER_PLUGIN_ID,
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        scheduler: coreServices.scheduler,
      },
      async init({ auditor, auth, catalog, httpAuth, logger, ...services }) {
        const { config, events, httpRouter, lifecycle } = services;
        const { metrics, permissions, scheduler } = services;
        const { rules, schedule, listEntries } = readBackendConfig(config);
        const now = () => new Date();

        const telemetry = createTelemetry(metrics);
        const refused = new RefusedCustomers();
        const keeper = new GraphKeeper({
          read: async (previous, asOf, signal) => {
            const graph = await readGraph({
              catalog,
              auth,
              rules,
              previous,
              now: asOf,
              signal,
            });
            refused.forget(ref => graph.exists(ref));
            return graph;
          },
          timeoutMs: durationToMilliseconds(schedule.timeout),
          logger,
          now,
          onRefresh: telemetry.refreshed,
        });
        observeGraph(metrics, keeper);
        await refused.subscribe(events);

        httpRouter.use(
          createRouter({
            document: await readOpenApiDocument(),
            layers: new CustomerLayers({
              keeper,
              refused,
              limit: listEntries,
              now,
            }),
            answering: createAnswering({
              httpAuth,
              auditor,
              viewers: new Viewers({ catalog, permissions }),
              telemetry,
            }),
          }),
        );

        const shutdown = new AbortController();
        lifecycle.addShutdownHook(() => shutdown.abort());
        // Not awaited: a backend must start without its catalog.
        lifecycle.addStartupHook(() => {
          keeper.start(shutdown.signal).catch(error => {
            logger.error('The catalog was not read at start', toError(error));
          });
        });
        await scheduler.scheduleTask({
          ...schedule,
          id: 'refresh-graph',
          signal: shutdown.signal,
          fn: async signal => {
            await keeper.refresh(signal);
          },
        });
      },
    });
  },
});
