export { ConfirmAction } from './ConfirmAction';
export { ExemptionAction } from './ExemptionAction';
export { ExemptionNote } from './ExemptionNote';
export { FindingDetails } from './FindingDetails';
export { FindingStateMark } from './FindingStateMark';
export { SeverityChip } from './SeverityChip';
