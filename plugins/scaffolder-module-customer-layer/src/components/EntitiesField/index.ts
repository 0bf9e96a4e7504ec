export * from './EntitiesField';
