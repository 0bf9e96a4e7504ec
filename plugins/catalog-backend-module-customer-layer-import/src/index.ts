/**
 * Customers for the Backstage catalog from elsewhere: a CSV or JSON export, read on a schedule.
 *
 * @packageDocumentation
 */
export { catalogModuleCustomerLayerImport as default } from './module';
export { entityNameOf, opaqueNameOf } from './names';
