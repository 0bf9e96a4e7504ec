export * from './EntityName';
export * from './EntityNames';
