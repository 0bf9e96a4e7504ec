/**
 * Who an entity is for, who keeps it running and what it rests on: a tab and a card for entity pages.
 *
 * @packageDocumentation
 */
export { customerLayerApiRef } from './api';
export { isCustomersAvailable } from './lib/kinds';
export {
  customerLayerPlugin,
  EntityCustomersCard,
  EntityCustomersContent,
} from './plugin';
export { customerLayerTranslationRef } from './translation';
