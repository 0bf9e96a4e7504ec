/**
 * Customers and operations teams for the Backstage catalog: the kind Customer, and the relations that entities
 * declare.
 *
 * @packageDocumentation
 */
export { catalogModuleCustomerLayer as default } from './module';
