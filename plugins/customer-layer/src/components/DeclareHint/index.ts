export * from './DeclareHint';
