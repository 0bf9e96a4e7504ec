export * from './CustomerFacts';
