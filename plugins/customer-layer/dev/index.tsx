import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { auditApiRef, customerLayerApiRef } from '../src';
import customerLayerPlugin from '../src/alpha';
import { DevAuditApi } from './DevAuditApi';
import { DevCustomerLayerApi } from './DevCustomerLayerApi';
import { catalog } from './catalog';

createDevApp({
  features: [
    catalogPlugin,
    customerLayerPlugin,
    createFrontendModule({
      pluginId: 'catalog',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: catalogApiRef,
              deps: {},
              factory: () => new InMemoryCatalogClient({ entities: catalog }),
            }),
        }),
      ],
    }),
    createFrontendModule({
      pluginId: 'customer-layer',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: customerLayerApiRef,
              deps: {},
              factory: () => new DevCustomerLayerApi(catalog),
            }),
        }),
        ApiBlueprint.make({
          name: 'audit',
          params: defineParams =>
            defineParams({
              api: auditApiRef,
              deps: {},
              factory: () => new DevAuditApi(catalog),
            }),
        }),
      ],
    }),
  ],
});
