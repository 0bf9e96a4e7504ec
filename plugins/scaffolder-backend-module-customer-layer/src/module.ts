import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createDeclareAction } from './declareAction';

/**
 * Adds the action `customer-layer:declare` to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleCustomerLayer = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'customer-layer',
  register(env) {
    env.registerInit({
      deps: { scaffolder: scaffolderActionsExtensionPoint },
      async init({ scaffolder }) {
        scaffolder.addActions(createDeclareAction());
      },
    });
  },
});
