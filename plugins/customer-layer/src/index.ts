/**
 * Who an entity is for, who keeps it running and what it rests on: a tab and cards for entity pages, and a page for the
 * audit of the whole catalog.
 *
 * @packageDocumentation
 */
export { auditApiRef, customerLayerApiRef } from './api';
export { isCustomersAvailable } from './lib/kinds';
export {
  CustomerAuditPage,
  customerLayerPlugin,
  EntityCustomersCard,
  EntityCustomersContent,
  EntityReadinessCard,
} from './plugin';
export { customerAuditRouteRef } from './routes';
export { customerLayerTranslationRef } from './translation';
