export * from './ViewNav';
