export * from './CustomerImpactPage';
export * from './ImpactBody';
