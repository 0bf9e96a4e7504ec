export * from './AssignmentChanges';
export { ChangeList } from './ChangeList';
