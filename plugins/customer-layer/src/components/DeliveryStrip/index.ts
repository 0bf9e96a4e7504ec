export * from './DeliveryStrip';
