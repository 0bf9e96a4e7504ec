export * from './Origin';
