import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { readCustomerLayerConfig } from '@missing-layer/backstage-plugin-customer-layer-common';
import { ChangeHintProcessor } from './ChangeHintProcessor';
import { CustomerKindProcessor } from './CustomerKindProcessor';
import { CustomerLayerProcessor } from './CustomerLayerProcessor';
import { HintPublisher } from './HintPublisher';

/**
 * Teaches the catalog the kind Customer and the relations of the customer layer, and hints which entities changed.
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
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
      },
      async init({ processing, config, events, lifecycle, logger }) {
        const publisher = new HintPublisher({ events, logger });
        // Before the shutdown of plugins, in which the events service goes first.
        lifecycle.addBeforeShutdownHook(() => publisher.close());
        processing.addProcessor(
          new CustomerKindProcessor(),
          new CustomerLayerProcessor({
            config: readCustomerLayerConfig(config),
            logger,
          }),
          new ChangeHintProcessor(publisher),
        );
      },
    });
  },
});
