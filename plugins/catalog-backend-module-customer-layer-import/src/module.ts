import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { readImportConfigs } from './config';
import { CustomerImportProvider } from './CustomerImportProvider';

/**
 * Imports customers from CSV or JSON at a URL into the catalog.
 *
 * @public
 */
export const catalogModuleCustomerLayerImport = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'customer-layer-import',
  register(env) {
    env.registerInit({
      deps: {
        processing: catalogProcessingExtensionPoint,
        catalog: catalogServiceRef,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        reader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
      },
      async init({ processing, config: root, scheduler, ...services }) {
        for (const config of readImportConfigs(root)) {
          processing.addEntityProvider(
            new CustomerImportProvider({
              ...services,
              config,
              taskRunner: scheduler.createScheduledTaskRunner(config.schedule),
            }),
          );
        }
      },
    });
  },
});
