export * from './EntityName';
export * from './EntityNames';
export { MissingRefs } from './MissingRefs';
