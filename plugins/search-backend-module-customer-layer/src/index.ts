/**
 * Search that knows customers.
 *
 * @packageDocumentation
 */
export { searchModuleCustomerLayer as default } from './module';
