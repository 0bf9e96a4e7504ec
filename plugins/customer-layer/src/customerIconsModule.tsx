import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { IconBundleBlueprint } from '@backstage/plugin-app-react';
import { CustomerIcon } from './components/CustomerIcon';

/**
 * Gives apps in the new frontend system an icon for the kind Customer. Put it among the features of the app.
 *
 * @alpha
 */
export const customerIconsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    IconBundleBlueprint.make({
      name: 'customer-layer',
      params: {
        icons: { 'kind:customer': <CustomerIcon fontSize="inherit" /> },
      },
    }),
  ],
});
