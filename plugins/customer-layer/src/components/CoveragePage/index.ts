export * from './CoverageBody';
export * from './CustomerCoveragePage';
