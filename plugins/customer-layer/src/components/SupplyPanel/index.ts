export * from './SupplyPanel';
export * from './StackList';
