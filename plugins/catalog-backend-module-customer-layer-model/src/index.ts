/**
 * The vocabulary of the customer layer as a catalog model layer, opt-in.
 *
 * @packageDocumentation
 */
export { catalogModuleCustomerLayerModel as default } from './module';
