import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./policy'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('./personas'));

// The customer layer takes these two lines.
backend.add(
  import(
    '@missing-layer/backstage-plugin-catalog-backend-module-customer-layer'
  ),
);
backend.add(import('@missing-layer/backstage-plugin-customer-layer-backend'));
// And this one for search that knows customers.
backend.add(
  import(
    '@missing-layer/backstage-plugin-search-backend-module-customer-layer'
  ),
);

// Customers from a CRM: imports nothing until it is configured, see catalog.providers in app-config.yaml.
backend.add(
  import(
    '@missing-layer/backstage-plugin-catalog-backend-module-customer-layer-import'
  ),
);

backend.start();
