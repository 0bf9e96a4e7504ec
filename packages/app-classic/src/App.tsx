import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import {
  AlertDisplay,
  OAuthRequestDialog,
  ProxiedSignInPage,
} from '@backstage/core-components';
import { ApiExplorerPage } from '@backstage/plugin-api-docs';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  catalogPlugin,
  CatalogTable,
  CatalogTableColumnsFunc,
} from '@backstage/plugin-catalog';
import { CatalogGraphPage } from '@backstage/plugin-catalog-graph';
import { DefaultFilters } from '@backstage/plugin-catalog-react';
import { orgPlugin } from '@backstage/plugin-org';
import { UserSettingsPage } from '@backstage/plugin-user-settings';
import {
  createCustomersColumn,
  createOperationsTeamColumn,
  CustomerAuditPage,
  CustomerCoveragePage,
  CustomerIcon,
  CustomerImpactPage,
  CustomerLayerFilterPickers,
  CustomersPage,
  OperationsTeamsPage,
} from '@missing-layer/backstage-plugin-customer-layer';
import { Navigate, Route } from 'react-router-dom';
import { apis } from './apis';
import { entityPage } from './components/EntityPage';
import { Root } from './components/Root';

const catalogColumns: CatalogTableColumnsFunc = list => [
  ...CatalogTable.defaultColumnsFunc(list),
  createCustomersColumn(),
  createOperationsTeamColumn(),
];

const app = createApp({
  apis,
  icons: { 'kind:customer': CustomerIcon },
  __experimentalTranslations: { availableLanguages: ['en', 'de'] },
  bindRoutes({ bind }) {
    bind(orgPlugin.externalRoutes, {
      catalogIndex: catalogPlugin.routes.catalogIndex,
    });
  },
  components: {
    // Everybody is whom they chose to be, without proof: this portal is a demo.
    SignInPage: props => <ProxiedSignInPage {...props} provider="persona" />,
  },
});

export default app.createRoot(
  <>
    <AlertDisplay />
    <OAuthRequestDialog />
    <AppRouter>
      <Root>
        <FlatRoutes>
          <Route path="/" element={<Navigate to="catalog" />} />
          <Route
            path="/catalog"
            element={
              <CatalogIndexPage
                initiallySelectedFilter="all"
                columns={catalogColumns}
                filters={
                  <>
                    <DefaultFilters />
                    <CustomerLayerFilterPickers />
                  </>
                }
              />
            }
          />
          <Route
            path="/catalog/:namespace/:kind/:name"
            element={<CatalogEntityPage />}
          >
            {entityPage}
          </Route>
          <Route path="/api-docs" element={<ApiExplorerPage />} />
          <Route path="/catalog-graph" element={<CatalogGraphPage />} />
          <Route path="/customers" element={<CustomersPage />} />
          <Route path="/operations-teams" element={<OperationsTeamsPage />} />
          <Route path="/customer-impact" element={<CustomerImpactPage />} />
          <Route path="/customer-audit" element={<CustomerAuditPage />} />
          <Route path="/customer-coverage" element={<CustomerCoveragePage />} />
          <Route path="/settings" element={<UserSettingsPage />} />
        </FlatRoutes>
      </Root>
    </AppRouter>
  </>,
);
