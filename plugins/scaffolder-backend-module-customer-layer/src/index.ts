/**
 * The action `customer-layer:declare` for software templates.
 *
 * @packageDocumentation
 */
export { scaffolderModuleCustomerLayer as default } from './module';
