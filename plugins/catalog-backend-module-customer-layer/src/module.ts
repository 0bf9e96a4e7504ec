import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { readCustomerLayerConfig } from '@missing-layer/backstage-plugin-customer-layer-common';
import { CustomerKindProcessor } from './CustomerKindProcessor';
import { CustomerLayerProcessor } from './CustomerLayerProcessor';

/**
 * Teaches the catalog the kind Customer and the relations of the customer layer.
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
        logger: coreServices.logger,
      },
      async init({ processing, config, logger }) {
        processing.addProcessor(
          new CustomerKindProcessor(),
          new CustomerLayerProcessor({
            config: readCustomerLayerConfig(config),
            logger,
          }),
        );
      },
    });
  },
});
