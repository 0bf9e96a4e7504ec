export * from './FirstRun';
