export * from './AssignersPanel';
