export {
  quote,
  quoteAll,
} from '@missing-layer/backstage-plugin-customer-layer-node';
