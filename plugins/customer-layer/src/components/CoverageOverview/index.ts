export * from './CoverageOverview';
export * from './Figures';
export * from './SettlingNote';
