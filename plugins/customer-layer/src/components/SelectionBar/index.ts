export * from './SelectCells';
export * from './SelectionBar';
