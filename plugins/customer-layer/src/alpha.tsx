import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityContextMenuItemBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import BuildIcon from '@material-ui/icons/Build';
import CoverageIcon from '@material-ui/icons/DonutLarge';
import ImpactIcon from '@material-ui/icons/FlashOn';
import PeopleIcon from '@material-ui/icons/PeopleAlt';
import FactCheckIcon from '@material-ui/icons/PlaylistAddCheck';
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
import { useImpactMenuItem } from './hooks/useImpactMenuItem';
import { isCustomersAvailable, isImpactAvailable } from './lib/kinds';
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

export { customerIconsModule } from './customerIconsModule';
export {
  customerLayerTranslationRef,
  customerLayerTranslations,
} from './translation';

const customerLayerApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: customerLayerApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new CustomerLayerClient(deps),
    }),
});

const auditApi = ApiBlueprint.make({
  name: 'audit',
  params: defineParams =>
    defineParams({
      api: auditApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new AuditClient(deps),
    }),
});

const assignmentsApi = ApiBlueprint.make({
  name: 'assignments',
  params: defineParams =>
    defineParams({
      api: assignmentsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new AssignmentsClient(deps),
    }),
});

const coverageApi = ApiBlueprint.make({
  name: 'coverage',
  params: defineParams =>
    defineParams({
      api: coverageApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new CoverageClient(deps),
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

const entityTeamContent = EntityContentBlueprint.make({
  name: 'team',
  params: {
    path: '/operations',
    title: 'Customers',
    filter: { kind: 'group' },
    loader: () =>
      import('./components/TeamContent').then(m => <m.EntityTeamContent />),
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

const entityReadinessCard = EntityCardBlueprint.make({
  name: 'readiness',
  params: {
    type: 'info',
    filter: { kind: 'group' },
    loader: () =>
      import('./components/EntityReadinessCard').then(m => (
        <m.EntityReadinessCard />
      )),
  },
});

const auditPage = PageBlueprint.make({
  params: {
    path: '/customer-audit',
    title: 'Customer audit',
    icon: <FactCheckIcon fontSize="inherit" />,
    routeRef: customerAuditRouteRef,
    loader: () => import('./components/AuditPage').then(m => <m.AuditBody />),
  },
});

const coveragePage = PageBlueprint.make({
  name: 'coverage',
  params: {
    path: '/customer-coverage',
    title: 'Coverage',
    icon: <CoverageIcon fontSize="inherit" />,
    routeRef: customerCoverageRouteRef,
    loader: () =>
      import('./components/CoveragePage').then(m => <m.CoverageBody />),
  },
});

const customersPage = PageBlueprint.make({
  name: 'customers',
  params: {
    path: '/customers',
    title: 'Customers',
    icon: <PeopleIcon fontSize="inherit" />,
    routeRef: customersRouteRef,
    loader: () =>
      import('./components/CustomersIndex').then(m => <m.CustomersBody />),
  },
});

const operationsTeamsPage = PageBlueprint.make({
  name: 'operations-teams',
  params: {
    path: '/operations-teams',
    title: 'Operations',
    icon: <BuildIcon fontSize="inherit" />,
    routeRef: operationsTeamsRouteRef,
    loader: () => import('./components/TeamsIndex').then(m => <m.TeamsBody />),
  },
});

const impactPage = PageBlueprint.make({
  name: 'impact',
  params: {
    path: '/customer-impact',
    title: 'Impact',
    icon: <ImpactIcon fontSize="inherit" />,
    routeRef: customerImpactRouteRef,
    loader: () => import('./components/ImpactPage').then(m => <m.ImpactBody />),
  },
});

const impactMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'impact',
  params: {
    icon: <ImpactIcon fontSize="small" />,
    filter: isImpactAvailable,
    useProps: useImpactMenuItem,
  },
});

/**
 * The customer layer for apps in the new frontend system: a tab and cards of entity pages, and the pages of
 * all customers, of the impact of a failure, of the audit and of coverage.
 *
 * @alpha
 */
export default createFrontendPlugin({
  pluginId: 'customer-layer',
  title: 'Customer Layer',
  info: { packageJson: () => import('../package.json') },
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
  extensions: [
    customerLayerApi,
    auditApi,
    assignmentsApi,
    coverageApi,
    entityCustomersContent,
    entityTeamContent,
    entityCustomersCard,
    entityReadinessCard,
    auditPage,
    coveragePage,
    customersPage,
    operationsTeamsPage,
    impactPage,
    impactMenuItem,
  ],
});
