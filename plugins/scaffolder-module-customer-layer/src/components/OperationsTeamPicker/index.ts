export * from './OperationsTeamPicker';
export * from './schema';
