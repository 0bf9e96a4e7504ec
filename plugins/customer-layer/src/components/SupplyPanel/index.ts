export * from './Responsible';
export * from './StackList';
export { Teams, type TeamsProps } from './SupplyItem';
