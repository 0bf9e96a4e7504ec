export { createCustomersColumn, createOperationsTeamColumn } from './columns';
