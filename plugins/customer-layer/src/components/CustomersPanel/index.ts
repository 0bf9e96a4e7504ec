export * from './CustomersPanel';
