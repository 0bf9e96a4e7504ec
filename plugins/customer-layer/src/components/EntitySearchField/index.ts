export * from './EntitySearchField';
