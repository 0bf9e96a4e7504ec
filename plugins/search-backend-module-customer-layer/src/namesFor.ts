import { Entity, parseEntityRef } from '@backstage/catalog-model';
import {
  CustomerEntry,
  readDeclarations,
  RELATION_HAS_ECONOMIC_CUSTOMER,
  RELATION_HAS_INTERNAL_CUSTOMER,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { SearchConfig } from './config';

/** What decides which customers are named. */
export type NamingRule = Pick<SearchConfig, 'customers' | 'sources'>;

/** Fields of an entity from which {@link spelledBy} reads. */
export const SPELLING_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'relations',
];

const TO_CUSTOMERS: ReadonlySet<string> = new Set([
  RELATION_HAS_ECONOMIC_CUSTOMER,
  RELATION_HAS_INTERNAL_CUSTOMER,
]);

/**
 * The refs of customers that stand in an entity itself. Whoever may read the entity reads them there.
 *
 * @remarks
 *
 * The graph takes a relation from either of its ends, so an entity may be said to declare what only its customer says.
 */
export function spelledBy(entity: Entity): ReadonlySet<string> {
  const { declarations } = readDeclarations(entity);
  return new Set([
    ...(declarations.economicCustomers ?? []),
    ...(declarations.internalCustomers ?? []),
    ...(entity.relations ?? [])
      .filter(({ type }) => TO_CUSTOMERS.has(type))
      .map(({ targetRef }) => targetRef.toLowerCase()),
  ]);
}

const nameIn = (ref: string) => parseEntityRef(ref).name;

const inWords = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ');

/** Title and name; the name alone says nothing more where it has the same words. */
function fullName({ customerRef, title }: CustomerEntry): string {
  const name = nameIn(customerRef);
  if (title === undefined) {
    return name;
  }
  return inWords(title) === inWords(name) ? title : `${title} (${name})`;
}

/**
 * The names of customers that may stand in the document of an entity, which everybody finds who may read the entity.
 *
 * @param customers - of the entity
 * @param spelled - refs that {@link spelledBy} the entity
 * @param isPublic - whether a customer is no secret
 * @returns in the order of the customers, without repeats
 *
 * @see docs/decisions/0011-search-tells-what-the-entity-tells.md
 */
export function namesFor(options: {
  customers: readonly CustomerEntry[];
  spelled: ReadonlySet<string>;
  isPublic(customerRef: string): boolean;
  rule: NamingRule;
}): string[] {
  const { customers, spelled, isPublic, rule } = options;
  const names = new Map<string, string>();
  for (const customer of customers) {
    const { customerRef, source, exists, hidden } = customer;
    if (!exists || hidden || !rule.sources.includes(source)) {
      continue;
    }
    if (rule.customers === 'all' || isPublic(customerRef)) {
      names.set(customerRef, fullName(customer));
    } else if (rule.customers === 'declared' && spelled.has(customerRef)) {
      names.set(customerRef, nameIn(customerRef));
    }
  }
  return [...new Set(names.values())];
}
