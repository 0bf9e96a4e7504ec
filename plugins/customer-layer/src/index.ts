/**
 * Who an entity is for, who keeps it running and what it rests on: a tab and cards for entity pages, columns and filters
 * for the list of the catalog, a page that says who is hit if something fails, and one for the audit of all of it.
 *
 * @packageDocumentation
 */
export {
  assignmentsApiRef,
  auditApiRef,
  coverageApiRef,
  customerLayerApiRef,
} from './api';
export {
  createCustomersColumn,
  createOperationsTeamColumn,
} from './components/CatalogColumns';
export { CustomerIcon } from './components/CustomerIcon';
export {
  useEntityImpactMenuItems,
  type EntityMenuItem,
} from './hooks/useEntityImpactMenuItems';
export { isCustomersAvailable } from './lib/kinds';
export {
  CustomerAuditPage,
  CustomerCoveragePage,
  CustomerImpactPage,
  CustomerLayerFilterPickers,
  customerLayerPlugin,
  CustomersPage,
  EntityCustomersCard,
  EntityCustomersContent,
  EntityReadinessCard,
  EntityTeamContent,
  OperationsTeamsPage,
} from './plugin';
export {
  customerAuditRouteRef,
  customerCoverageRouteRef,
  customerImpactRouteRef,
  customersRouteRef,
  operationsTeamsRouteRef,
} from './routes';
export {
  customerLayerTranslationRef,
  customerLayerTranslations,
} from './translation';
