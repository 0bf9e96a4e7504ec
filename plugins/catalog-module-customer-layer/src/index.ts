/**
 * Customers and operations teams in the list of the catalog: two columns and some filters, for apps in the new frontend
 * system.
 *
 * @packageDocumentation
 */
export { catalogModuleCustomerLayer as default } from './module';
