export * from './GapsPanel';
