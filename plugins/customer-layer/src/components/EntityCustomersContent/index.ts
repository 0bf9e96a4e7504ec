export { EntityCustomersContent } from './EntityCustomersContent';
