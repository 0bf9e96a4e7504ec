export * from './OperationsPanel';
export * from './TeamList';
