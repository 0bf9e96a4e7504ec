import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  CUSTOMER_LAYER_PLUGIN_ID,
  customerLayerPermissions,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import {
  createContractRouter,
  customerLayerAuditExtensionPoint,
} from '@missing-layer/backstage-plugin-customer-layer-node';
import { hostname } from 'node:os';
import { createActing } from './actions/acting';
import { registerAuditActions } from './actions/auditActions';
import { registerLayersActions } from './actions/layersActions';
import { createAnswering } from './answering';
import { AuditExtensions } from './audit/AuditExtensions';
import { notifiesOwners } from './audit/AuditNotifier';
import { auditRoutes } from './audit/auditRoutes';
import { createAudit } from './audit/createAudit';
import { annotationEvidence } from './audit/evidence/annotationEvidence';
import { readAuditConfig } from './audit/readAuditConfig';
import { CatalogReader } from './catalog/CatalogReader';
import { readBackendConfig } from './config';
import { createCoverage } from './coverage/createCoverage';
import { DatabaseGraphStore } from './database/DatabaseGraphStore';
import { migrateDatabase } from './database/migrateDatabase';
import { layersRoutes } from './layersRoutes';
import { systemClock } from './replica/Clock';
import { Replica } from './replica/Replica';
import { readOpenApiDocument } from './schema/openApiDocument';
import { Callers } from './services/Callers';
import { ChangeHints } from './services/ChangeHints';
import { CustomerLayers } from './services/CustomerLayers';
import { GraphKeeper } from './services/GraphKeeper';
import { RefusedCustomers } from './services/RefusedCustomers';
import { createTelemetry, observeGraph } from './services/telemetry';
import { Turns } from './services/Turns';
import { Viewers } from './services/Viewers';

/**
 * Keeps the customer layer of the whole catalog in memory and answers questions about it.
 *
 * @public
 */
export const customerLayerPlugin = createBackendPlugin({
  pluginId: CUSTOMER_LAYER_PLUGIN_ID,
  register(env) {
    const extensions = new AuditExtensions();
    env.registerExtensionPoint(customerLayerAuditExtensionPoint, extensions);

    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        instance: coreServices.rootInstanceMetadata,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init({ auditor, auth, catalog, httpAuth, logger, ...services }) {
        const { config, database, events, httpRouter, lifecycle } = services;
        const { instance, metrics, notifications, permissions } = services;
        const { rules, schedule, listEntries } = readBackendConfig(config);
        const auditConfig = readAuditConfig(config, extensions.rules);
        const clock = systemClock;
        const { now } = clock;

        const knex = await migrateDatabase(database);
        const store = new DatabaseGraphStore({ knex, logger, now });
        const telemetry = createTelemetry(metrics);
        const refused = new RefusedCustomers();
        const keeper = new GraphKeeper({
          now,
          onGraph: graph => refused.forget(ref => graph.exists(ref)),
        });
        observeGraph(metrics, keeper);
        const replica = new Replica({
          store,
          keeper,
          catalog: new CatalogReader({
            catalog,
            auth,
            onAnswer: telemetry.catalogAnswered,
          }),
          rules,
          schedule,
          logger,
          telemetry,
          clock,
          name: `${hostname()}/${process.pid}`,
        });
        if (auditConfig.annotationsAreEvidence) {
          extensions.addEvidenceSource(annotationEvidence({ catalog, auth }));
        }
        const audit = createAudit({
          knex,
          keeper,
          refused,
          config: auditConfig,
          rules: extensions.rules,
          sources: extensions.sources,
          ...((await notifiesOwners(auditConfig.notifies, instance)) && {
            notifications,
          }),
          auditor,
          scheduler: services.scheduler,
          logger,
          metrics,
          telemetry,
          clock,
        });
        const coverage = createCoverage({ knex, keeper, logger, clock });
        await refused.subscribe(events);
        await new ChangeHints({ store, logger }).subscribe(events);

        services.permissionsRegistry.addPermissions([
          ...customerLayerPermissions,
        ]);
        const surroundings = {
          auditor,
          viewers: new Viewers({ catalog, permissions, logger }),
          callers: new Callers({ ...services, logger }),
          telemetry,
          turns: new Turns(),
        };
        const answering = createAnswering({ httpAuth, ...surroundings });
        const layers = new CustomerLayers({
          keeper,
          evidence: audit.evidence,
          thresholds: auditConfig.settings.readiness,
          refused,
          limit: listEntries,
          now,
        });
        httpRouter.use(
          createContractRouter({
            document: await readOpenApiDocument(),
            routes: [
              layersRoutes({ layers, answering }),
              auditRoutes({ audits: audit.questions, answering }),
              coverage.routes(answering),
            ],
          }),
        );

        const registry = services.actions;
        const acting = createActing({ registry, auth, ...surroundings });
        registerLayersActions({ layers, acting });
        registerAuditActions({ audits: audit.questions, acting });

        lifecycle.addStartupHook(() => replica.start());
        lifecycle.addStartupHook(() => audit.start());
        lifecycle.addStartupHook(() => coverage.start());
        lifecycle.addShutdownHook(() => coverage.stop());
        lifecycle.addShutdownHook(() => audit.stop());
        lifecycle.addShutdownHook(() => replica.stop());
      },
    });
  },
});
