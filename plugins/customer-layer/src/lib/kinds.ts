import { Entity } from '@backstage/catalog-model';
import { TranslationFunction } from '@backstage/frontend-plugin-api';
import {
  DEFAULT_DERIVATION_RULES,
  isCustomerEntity,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../translation';

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

/** Whether it makes sense to ask who is hit if an entity fails: Component, API, Resource, System and Domain. */
export const isImpactAvailable = (entity: Entity): boolean =>
  isOfKind(entity, DEFAULT_DERIVATION_RULES.deliverableKinds);

const NAMED_KINDS = [
  'api',
  'component',
  'domain',
  'resource',
  'system',
] as const;

/**
 * The kind of an entity as it stands within a sentence.
 *
 * @param t - for the kinds that every catalog has; others are named as the catalog does
 */
export function kindName(
  { kind }: Pick<Entity, 'kind'>,
  t: TranslationFunction<typeof customerLayerTranslationRef.T>,
): string {
  const lowerCase = kind.toLocaleLowerCase('en-US');
  const named = NAMED_KINDS.find(one => one === lowerCase);
  return named ? t(`kind.${named}`) : kind;
}
