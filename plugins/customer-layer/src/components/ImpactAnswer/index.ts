export * from './ImpactAnswer';
