export * from './SelectionBar';
