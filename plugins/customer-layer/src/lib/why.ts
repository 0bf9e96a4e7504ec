import {
  Entity,
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import {
  CustomerEntry,
  EntityLayers,
  RELATION_ECONOMIC_CUSTOMER_OF,
  RELATION_HAS_ECONOMIC_CUSTOMER,
  RELATION_HAS_INTERNAL_CUSTOMER,
  RELATION_INTERNAL_CUSTOMER_OF,
  SupplyEntry,
} from '@missing-layer/backstage-plugin-customer-layer-common';

// Each relation with the one that says the same from the other end.
const OPPOSITE = {
  [RELATION_DEPENDS_ON]: RELATION_DEPENDENCY_OF,
  [RELATION_DEPENDENCY_OF]: RELATION_DEPENDS_ON,
  [RELATION_CONSUMES_API]: RELATION_API_CONSUMED_BY,
  [RELATION_API_CONSUMED_BY]: RELATION_CONSUMES_API,
  [RELATION_PROVIDES_API]: RELATION_API_PROVIDED_BY,
  [RELATION_API_PROVIDED_BY]: RELATION_PROVIDES_API,
  [RELATION_HAS_PART]: RELATION_PART_OF,
  [RELATION_PART_OF]: RELATION_HAS_PART,
  [RELATION_OWNED_BY]: RELATION_OWNER_OF,
  [RELATION_HAS_ECONOMIC_CUSTOMER]: RELATION_ECONOMIC_CUSTOMER_OF,
  [RELATION_HAS_INTERNAL_CUSTOMER]: RELATION_INTERNAL_CUSTOMER_OF,
} as const;

/** A relation that can make a hop of a path, as its first end says it. */
export type HopRelation = keyof typeof OPPOSITE;

// What makes a hop, the strongest reason first. Down: from something to what it rests on.
const DOWN: HopRelation[] = [
  RELATION_DEPENDS_ON,
  RELATION_CONSUMES_API,
  RELATION_API_PROVIDED_BY,
  RELATION_HAS_PART,
];
// Up: from something to what uses it, and on to what that is a part of. A path to the customers of a part starts down.
const UP: HopRelation[] = [
  RELATION_DEPENDENCY_OF,
  RELATION_API_CONSUMED_BY,
  RELATION_PROVIDES_API,
  RELATION_PART_OF,
  RELATION_HAS_PART,
];

/** A path whose relations are still to be found. */
export type WhyQuestion = {
  /** Refs, at least one; from the entity whose cake it is to what is asked about. */
  path: string[];
  /** For each hop the relations that can have made it, the most likely first. */
  wanted: HopRelation[][];
};

/** How one entity on a path leads to the next. */
export type WhyHop = {
  from: string;
  to: string;
  /** `linked` where nothing that the user may read tells more. */
  relation: HopRelation | 'linked';
};

/** Asks why something is beneath an entity. */
export const whyEntry = ({ path }: Pick<SupplyEntry, 'path'>): WhyQuestion => ({
  path,
  wanted: path.slice(1).map(() => DOWN),
});

/** Asks why somebody is a customer of an entity. */
export function whyCustomer(
  customer: Pick<CustomerEntry, 'customerRef' | 'path' | 'role' | 'source'>,
): WhyQuestion {
  const { customerRef, path, role, source } = customer;
  const served: Record<CustomerEntry['role'], HopRelation> = {
    economic: RELATION_HAS_ECONOMIC_CUSTOMER,
    internal: RELATION_HAS_INTERNAL_CUSTOMER,
  };
  return {
    path: [...path, customerRef],
    wanted: [
      ...path.slice(1).map(() => UP),
      [source === 'consumer' ? RELATION_OWNED_BY : served[role]],
    ],
  };
}

/** The relations of one entity; an entity of the catalog is one. */
export type Related = Pick<Entity, 'relations'>;

/**
 * Names the relation of each hop.
 *
 * @param related - the entities on the path by their refs, as far as the user may read them; one end of a hop is enough
 */
export function hopsOf(
  { path, wanted }: WhyQuestion,
  related: ReadonlyMap<string, Related>,
): WhyHop[] {
  const says = (from: string, type: string, to: string) =>
    related
      .get(from)
      ?.relations?.some(
        relation =>
          relation.type === type &&
          relation.targetRef.toLocaleLowerCase('en-US') === to,
      );
  return wanted.map((candidates, index) => {
    const [from, to] = path.slice(index);
    const relation = candidates.find(
      type => says(from, type, to) || says(to, OPPOSITE[type], from),
    );
    return { from, to, relation: relation ?? 'linked' };
  });
}

/** Titles by ref, as far as the answer about an entity and the entity itself tell them. */
export function titlesIn(
  { entityRef, customers, supply }: EntityLayers,
  entity: Entity,
): Map<string, string> {
  const titled: Array<[ref: string, title: string | undefined]> = [
    [entityRef, entity.metadata.title],
    ...supply.map(
      entry => [entry.entityRef, entry.title] as [string, string | undefined],
    ),
    ...customers.map(
      entry => [entry.customerRef, entry.title] as [string, string | undefined],
    ),
  ];
  return new Map(
    titled.flatMap(([ref, title]) => (title ? [[ref, title] as const] : [])),
  );
}
