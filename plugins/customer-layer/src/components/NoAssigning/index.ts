export { NoAssigning } from './NoAssigning';
