export * from './LayerCake';
export { LoadingCake } from './LoadingCake';
