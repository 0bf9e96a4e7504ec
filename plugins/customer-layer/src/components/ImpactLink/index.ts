export * from './ImpactLink';
