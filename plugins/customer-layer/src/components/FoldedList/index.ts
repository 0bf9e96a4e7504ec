export * from './FoldedList';
