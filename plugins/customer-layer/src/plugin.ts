import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { CustomerLayerClient } from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerApiRef } from './api';

/**
 * The customer layer for apps in the classic frontend system.
 *
 * @public
 */
export const customerLayerPlugin = createPlugin({
  id: 'customer-layer',
  apis: [
    createApiFactory({
      api: customerLayerApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new CustomerLayerClient(deps),
    }),
  ],
});

/**
 * The tab of an entity page: its customers, its operations team and what it rests on.
 *
 * @remarks
 *
 * Mount it at the path `/customers`, which is where {@link EntityCustomersCard} links to.
 *
 * @public
 */
export const EntityCustomersContent = customerLayerPlugin.provide(
  createComponentExtension({
    name: 'EntityCustomersContent',
    component: {
      lazy: () =>
        import('./components/EntityCustomersContent').then(
          m => m.EntityCustomersContent,
        ),
    },
  }),
);

/**
 * The same in a few lines, for the overview of an entity page.
 *
 * @public
 */
export const EntityCustomersCard = customerLayerPlugin.provide(
  createComponentExtension({
    name: 'EntityCustomersCard',
    component: {
      lazy: () =>
        import('./components/EntityCustomersCard').then(
          m => m.EntityCustomersCard,
        ),
    },
  }),
);
