import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  AssignmentsClient,
  AuditClient,
  CoverageClient,
  CustomerLayerClient,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import {
  assignmentsApiRef,
  auditApiRef,
  coverageApiRef,
  customerLayerApiRef,
} from './api';
import {
  auditPageRouteRef,
  coveragePageRouteRef,
  customerAuditRouteRef,
  customerCoverageRouteRef,
  customerImpactRouteRef,
  customersRouteRef,
  impactPageRouteRef,
  operationsTeamsRouteRef,
} from './routes';

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
    createApiFactory({
      api: auditApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new AuditClient(deps),
    }),
    createApiFactory({
      api: assignmentsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new AssignmentsClient(deps),
    }),
    createApiFactory({
      api: coverageApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new CoverageClient(deps),
    }),
  ],
  routes: {
    audit: customerAuditRouteRef,
    coverage: customerCoverageRouteRef,
    customers: customersRouteRef,
    operationsTeams: operationsTeamsRouteRef,
    impact: customerImpactRouteRef,
  },
  externalRoutes: {
    auditPage: auditPageRouteRef,
    coveragePage: coveragePageRouteRef,
    impactPage: impactPageRouteRef,
  },
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

/**
 * How ready a Group is to operate what it operates, for the overview of its page.
 *
 * @public
 */
export const EntityReadinessCard = customerLayerPlugin.provide(
  createComponentExtension({
    name: 'EntityReadinessCard',
    component: {
      lazy: () =>
        import('./components/EntityReadinessCard').then(
          m => m.EntityReadinessCard,
        ),
    },
  }),
);

/**
 * The page of the audit: how the catalog fares, where it is going, and what is to be done.
 *
 * @public
 */
export const CustomerAuditPage = customerLayerPlugin.provide(
  createRoutableExtension({
    name: 'CustomerAuditPage',
    mountPoint: customerAuditRouteRef,
    component: () =>
      import('./components/AuditPage').then(m => m.CustomerAuditPage),
  }),
);

/**
 * The page of coverage: how much of the catalog has customers and operations teams, where to begin, and what is left.
 *
 * @public
 */
export const CustomerCoveragePage = customerLayerPlugin.provide(
  createRoutableExtension({
    name: 'CustomerCoveragePage',
    mountPoint: customerCoverageRouteRef,
    component: () =>
      import('./components/CoveragePage').then(m => m.CustomerCoveragePage),
  }),
);

/**
 * The filters of the customer layer, for the sidebar of the catalog's list: by economic customer, by internal customer and
 * by operations team, as entities name them, and what names none.
 *
 * @public
 */
export const CustomerLayerFilterPickers = customerLayerPlugin.provide(
  createComponentExtension({
    name: 'CustomerLayerFilterPickers',
    component: {
      lazy: () =>
        import('./components/CatalogFilters').then(m => m.CatalogFilters),
    },
  }),
);

/**
 * The page with all customers: how critical each is, what serves it, and the weakest team behind that.
 *
 * @public
 */
export const CustomersPage = customerLayerPlugin.provide(
  createRoutableExtension({
    name: 'CustomersPage',
    mountPoint: customersRouteRef,
    component: () =>
      import('./components/CustomersIndex').then(m => m.CustomersPage),
  }),
);

/**
 * The page with all operations teams: how ready each is, pillar by pillar, and how much it operates.
 *
 * @public
 */
export const OperationsTeamsPage = customerLayerPlugin.provide(
  createRoutableExtension({
    name: 'OperationsTeamsPage',
    mountPoint: operationsTeamsRouteRef,
    component: () =>
      import('./components/TeamsIndex').then(m => m.OperationsTeamsPage),
  }),
);

/**
 * The tab of a Group's page: what it operates, how ready it is, and of what it is an internal customer.
 *
 * @public
 */
export const EntityTeamContent = customerLayerPlugin.provide(
  createComponentExtension({
    name: 'EntityTeamContent',
    component: {
      lazy: () =>
        import('./components/TeamContent').then(m => m.EntityTeamContent),
    },
  }),
);

/**
 * The impact explorer: who is hit if something fails, whom to call, and who must be told of a planned change.
 *
 * @public
 */
export const CustomerImpactPage = customerLayerPlugin.provide(
  createRoutableExtension({
    name: 'CustomerImpactPage',
    mountPoint: customerImpactRouteRef,
    component: () =>
      import('./components/ImpactPage').then(m => m.CustomerImpactPage),
  }),
);
