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
export * from './config';
export * from './graph/answers';
export * from './graph/CustomerGraph';
export * from './graph/customersOf';
export * from './graph/deliveryTo';
export * from './graph/GraphBuilder';
export * from './graph/impactOf';
export * from './graph/layersOf';
export { pillarsMissing } from './graph/operations';
export * from './api/CustomerLayerApi';
export * from './api/CustomerLayerClient';
