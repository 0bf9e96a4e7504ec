export { DeliveryLine } from './DeliveryLine';
export * from './DeliveryStrip';
