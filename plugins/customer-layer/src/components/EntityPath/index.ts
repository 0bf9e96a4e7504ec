export * from './EntityPath';
