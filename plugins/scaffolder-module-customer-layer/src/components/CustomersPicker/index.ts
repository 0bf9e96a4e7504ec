export * from './CustomersPicker';
export * from './schema';
