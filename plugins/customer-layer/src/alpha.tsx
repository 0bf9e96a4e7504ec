import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { CustomerLayerClient } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerApiRef } from './api';
import { isCustomersAvailable } from './lib/kinds';

const customerLayerApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: customerLayerApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new CustomerLayerClient(deps),
    }),
});

const entityCustomersContent = EntityContentBlueprint.make({
  name: 'customers',
  params: {
    path: '/customers',
    title: 'Customers',
    filter: isCustomersAvailable,
    loader: () =>
      import('./components/EntityCustomersContent').then(m => (
        <m.EntityCustomersContent />
      )),
  },
});

const entityCustomersCard = EntityCardBlueprint.make({
  name: 'customers',
  params: {
    type: 'info',
    filter: isCustomersAvailable,
    loader: () =>
      import('./components/EntityCustomersCard').then(m => (
        <m.EntityCustomersCard />
      )),
  },
});

/**
 * The customer layer for apps in the new frontend system: a tab and an overview card of entity pages.
 *
 * @alpha
 */
export default createFrontendPlugin({
  pluginId: 'customer-layer',
  title: 'Customer Layer',
  info: { packageJson: () => import('../package.json') },
  extensions: [customerLayerApi, entityCustomersContent, entityCustomersCard],
});
