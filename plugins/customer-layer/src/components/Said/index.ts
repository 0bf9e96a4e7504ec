export * from './SaidValue';
