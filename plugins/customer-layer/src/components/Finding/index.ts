export { FindingActions } from './FindingActions';
export { FindingDetails } from './FindingDetails';
export { FindingStateMark } from './FindingStateMark';
export { SeverityChip } from './SeverityChip';
