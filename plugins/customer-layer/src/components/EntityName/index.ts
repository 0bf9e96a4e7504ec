export * from './EntityName';
export * from './EntityNames';
export { MissingRefs, useIsMissing } from './MissingRefs';
export { TokenName } from './TokenName';
