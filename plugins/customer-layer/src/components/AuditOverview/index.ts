export { Headline } from './Headline';
export { Overview } from './Overview';
export { RunStatus } from './RunStatus';
