import { createApiRef } from '@backstage/frontend-plugin-api';
import { CustomerLayerApi } from '@missing-layer/backstage-plugin-customer-layer-common';

/**
 * Where the screens of this plugin get their answers from.
 *
 * @remarks
 *
 * Both frontend systems resolve it; by default it is the client of the customer layer's backend.
 *
 * @public
 */
export const customerLayerApiRef = createApiRef<CustomerLayerApi>().with({
  id: 'plugin.customer-layer.client',
  pluginId: 'customer-layer',
});
