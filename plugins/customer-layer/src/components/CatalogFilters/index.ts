export { CatalogFilters } from './CatalogFilters';
