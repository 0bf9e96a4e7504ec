export * from './CustomerIcon';
