export * from './GraphFooter';
