import { createBackendModule } from '@backstage/backend-plugin-api';
import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { customerLayerModel } from './customerLayerModel';

/**
 * Describes the customer layer to the catalog as a model layer, on top of the catalog's own kinds.
 *
 * @remarks
 *
 * A catalog with a model source checks and relates all kinds by its model, no longer by its built-in processor.
 *
 * @public
 */
export const catalogModuleCustomerLayerModel = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'customer-layer-model',
  register(env) {
    env.registerInit({
      deps: { model: catalogModelExtensionPoint },
      async init({ model }) {
        // The source brings the layer of the catalog's own kinds along.
        model.addModelSource(CatalogModelSources.static([customerLayerModel]));
      },
    });
  },
});
