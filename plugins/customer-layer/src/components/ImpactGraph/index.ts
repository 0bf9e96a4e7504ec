export * from './GraphSection';
