import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  assignmentPermissions,
  readCustomerLayerConfig,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { openAssignerBook } from './assigners/openAssignerBook';
import { ChangeHintProcessor } from './ChangeHintProcessor';
import { createAssigning } from './createAssigning';
import { CustomerKindProcessor } from './CustomerKindProcessor';
import { CustomerLayerProcessor } from './CustomerLayerProcessor';
import { migrateAssignments } from './database/migrateAssignments';
import { HintPublisher } from './HintPublisher';

/**
 * Teaches the catalog the kind Customer and the relations of the customer layer, lets people assign declarations to
 * entities, and hints which entities changed.
 *
 * @public
 */
export const catalogModuleCustomerLayer = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'customer-layer',
  register(env) {
    env.registerInit({
      deps: {
        processing: catalogProcessingExtensionPoint,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        // Of the catalog itself, whose module this is.
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        reader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
      },
      async init({
        processing,
        config,
        events,
        lifecycle,
        logger,
        ...services
      }) {
        const customerLayer = readCustomerLayerConfig(config);
        const publisher = new HintPublisher({ events, logger });
        // Before the shutdown of plugins, in which the events service goes first.
        lifecycle.addBeforeShutdownHook(() => publisher.close());
        services.permissionsRegistry.addPermissions(assignmentPermissions);
        const knex = await migrateAssignments(services.database);
        const assigning = await createAssigning({
          ...services,
          ...customerLayer.rules,
          knex,
          book: await openAssignerBook({ ...services, config, knex, logger }),
          logger,
        });
        services.httpRouter.use(assigning.router);
        processing.addEntityProvider(assigning.provider);
        processing.addProcessor(
          assigning.processor,
          new CustomerKindProcessor(),
          new CustomerLayerProcessor({ config: customerLayer, logger }),
          new ChangeHintProcessor(publisher),
        );
      },
    });
  },
});
