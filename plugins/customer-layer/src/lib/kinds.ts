import { Entity } from '@backstage/catalog-model';
import {
  DEFAULT_DERIVATION_RULES,
  isCustomerEntity,
} from '@missing-layer/backstage-plugin-customer-layer-common';

const isOfKind = (entity: Entity, kinds: readonly string[]) =>
  kinds.includes(entity.kind.toLocaleLowerCase('en-US'));

/**
 * Whether an entity has customers to show, or is one: Component, API, Resource, System, Domain and Customer.
 *
 * @public
 */
export const isCustomersAvailable = (entity: Entity): boolean =>
  isCustomerEntity(entity) ||
  isOfKind(entity, DEFAULT_DERIVATION_RULES.deliverableKinds);

/** The kind of an entity as it stands within a sentence. */
export const kindName = ({ kind }: Entity): string =>
  kind === kind.toLocaleUpperCase('en-US')
    ? kind
    : kind.toLocaleLowerCase('en-US');
