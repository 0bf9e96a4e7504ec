import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { CustomerLayerClient } from '@missing-layer/backstage-plugin-customer-layer-common';
import { readSearchConfig } from './config';
import { CustomerDecoratorFactory } from './CustomerDecoratorFactory';
import { CustomerNames } from './CustomerNames';

/**
 * Has search find, by the name of a customer, the entities that are for it. Adds to the documents of the catalog, whatever
 * else makes or changes them.
 *
 * @public
 */
export const searchModuleCustomerLayer = createBackendModule({
  pluginId: 'search',
  moduleId: 'customer-layer',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        registry: searchIndexRegistryExtensionPoint,
      },
      async init({ auth, catalog, config, discovery, logger, registry }) {
        const settings = readSearchConfig(config);
        const { customers, publicCustomers, patienceMs } = settings;
        if (customers === 'none' && publicCustomers === undefined) {
          return;
        }
        const layers = new CustomerLayerClient({
          discoveryApi: discovery,
          fetchApi: { fetch },
        });
        registry.addDecorator({
          factory: new CustomerDecoratorFactory({
            namesOfIndexing() {
              const names = new CustomerNames({
                layers,
                catalog,
                auth,
                config: settings,
              });
              return (entityRefs, signal) => names.of(entityRefs, signal);
            },
            logger,
            patienceMs,
          }),
        });
      },
    });
  },
});
