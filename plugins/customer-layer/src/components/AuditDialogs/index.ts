export { ConfirmationDialog } from './ConfirmationDialog';
export { DecisionDialog } from './DecisionDialog';
export type { Decision } from './DecisionDialog';
export { ExemptionDialog } from './ExemptionDialog';
export type { Subject } from './SubjectFacts';
