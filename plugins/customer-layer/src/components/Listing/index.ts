export * from './ChoiceField';
export * from './ListCard';
export * from './ListCount';
export * from './ListFilters';
export * from './TextFilter';
export * from './useTableStyles';
