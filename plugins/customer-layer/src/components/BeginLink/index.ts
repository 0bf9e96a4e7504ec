export * from './BeginLink';
