export { AssignAction } from './AssignAction';
export { WhoSaysSo } from './WhoSaysSo';
