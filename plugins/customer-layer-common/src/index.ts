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
export {
  DEFAULT_DERIVATION_RULES,
  flag,
  readCustomerLayerConfig,
  readOrRefuse,
} from './config';
export type { CustomerLayerConfig, DerivationRules } from './config';
export * from './graph/answers';
export * from './graph/CustomerGraph';
export * from './graph/confirmations';
export { customersInSteps, customersOf } from './graph/customersOf';
export * from './graph/decodeGraph';
export * from './graph/deliveryTo';
export * from './graph/encodeGraph';
export * from './graph/EntityChange';
export * from './graph/GraphBuilder';
export { GraphFormatError } from './graph/graphFormat';
export * from './graph/impactOf';
export type { Digest } from './graph/record';
export * from './graph/layersOf';
export * from './graph/listings';
export * from './graph/leastTiers';
export { pillarsMissing } from './graph/operations';
export type { Judging } from './graph/operations';
export * from './graph/surveyOf';
export * from './graph/teamOperations';
export * from './graph/teams';
export * from './graph/weakestTeams';
export * from './graph/updateGraph';
export { inWindow, truncation } from './graph/Window';
export type { Truncation, Window } from './graph/Window';
export * from './audit/Audit';
export * from './audit/AuditRule';
export * from './audit/confirmation';
export { operatingTeamsInSteps } from './audit/countOperated';
export { confirmableKinds, confirmersOf } from './audit/confirmers';
export { addEvidence } from './audit/evidence';
export type {
  EvidenceLookup,
  MoreEvidence,
  TeamEvidence,
} from './audit/evidence';
export * from './audit/exemption';
export * from './audit/finding';
export * from './audit/formats';
export * from './audit/readAuditSettings';
export { AUDIT_RULES } from './audit/rules';
export { teamEvidenceOf } from './audit/teamEvidenceOf';
export * from './audit/score';
export * from './audit/settings';
export * from './audit/subject';
export * from './assign/assignment';
export * from './assign/assignDeclarations';
export { assignerOfAlias } from './assign/alias';
export type { AliasOrigin, AssignmentAlias } from './assign/alias';
export * from './assign/assignerSet';
export { placesInConfig, placesInConfigFile } from './assign/placing';
export type { Place, Placing } from './assign/placing';
export * from './assign/DryRunner';
export * from './assign/readAssigners';
export * from './assign/readAssignersYaml';
export { assignerOfRule } from './assign/rule';
export type { AssignmentRule } from './assign/rule';
export { coverageInSteps, coverageOf } from './coverage/coverageOf';
export * from './coverage/uncovered';
export { placesInSteps } from './coverage/places';
export * from './coverage/whereToBegin';
export type { FoundSuggestion } from './coverage/Likely';
export * from './coverage/suggestions';
export * from './api/assigners';
export * from './api/AssignmentsApi';
export * from './api/AssignmentsClient';
export * from './api/AuditApi';
export * from './api/AuditClient';
export * from './api/CoverageApi';
export * from './api/CoverageClient';
export * from './api/CustomerLayerApi';
export * from './api/CustomerLayerClient';
export { CUSTOMER_LAYER_PLUGIN_ID } from './api/HttpCaller';
export type { CustomerLayerClientOptions } from './api/HttpCaller';
export * from './permissions';
export * from './refsPerRequest';
