export * from './OperationsPanel';
export * from './PillarMark';
export * from './TeamList';
