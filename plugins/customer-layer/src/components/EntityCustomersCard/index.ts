export { EntityCustomersCard } from './EntityCustomersCard';
