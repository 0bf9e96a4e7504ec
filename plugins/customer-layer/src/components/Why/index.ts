export * from './Why';
