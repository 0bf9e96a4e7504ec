/**
 * The customer layer of a Backstage catalog: its words, declarations and derivation, as pure functions.
 *
 * @packageDocumentation
 */
export * from './model/annotations';
export * from './model/customer';
export * from './model/declarations';
export * from './model/layers';
export * from './model/maskedRef';
export * from './model/problem';
export * from './model/readiness';
export * from './model/relations';
export * from './model/words';
export * from './changeHints';
export * from './config';
export * from './graph/answers';
export * from './graph/CustomerGraph';
export * from './graph/customersOf';
export * from './graph/decodeGraph';
export * from './graph/deliveryTo';
export * from './graph/encodeGraph';
export * from './graph/EntityChange';
export * from './graph/GraphBuilder';
export { GraphFormatError } from './graph/graphFormat';
export * from './graph/impactOf';
export type { Digest } from './graph/record';
export * from './graph/layersOf';
export { pillarsMissing } from './graph/operations';
export * from './graph/surveyOf';
export * from './graph/updateGraph';
export { inWindow, truncation } from './graph/Window';
export type { Truncation, Window } from './graph/Window';
export * from './api/CustomerLayerApi';
export * from './api/CustomerLayerClient';
