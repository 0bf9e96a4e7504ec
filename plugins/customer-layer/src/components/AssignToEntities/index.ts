export * from './AssignToEntities';
