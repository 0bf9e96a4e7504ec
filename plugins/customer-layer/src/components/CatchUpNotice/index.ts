export * from './CatchUpNotice';
