export * from './AssignedPanel';
