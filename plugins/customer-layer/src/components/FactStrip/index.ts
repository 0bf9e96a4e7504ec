export * from './FactStrip';
