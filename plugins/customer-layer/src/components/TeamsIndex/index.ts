export { TeamsBody } from './TeamsBody';
export { OperationsTeamsPage } from './OperationsTeamsPage';
