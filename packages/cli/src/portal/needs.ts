import {
  RELATION_API_CONSUMED_BY as API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY as API_PROVIDED_BY,
  RELATION_CONSUMES_API as CONSUMES_API,
  RELATION_DEPENDENCY_OF as DEPENDENCY_OF,
  RELATION_DEPENDS_ON as DEPENDS_ON,
  RELATION_HAS_MEMBER as HAS_MEMBER,
  RELATION_HAS_PART as HAS_PART,
  RELATION_OWNED_BY as OWNED_BY,
  RELATION_OWNER_OF as OWNER_OF,
  RELATION_PARENT_OF as PARENT_OF,
  RELATION_PART_OF as PART_OF,
  RELATION_PROVIDES_API as PROVIDES_API,
} from '@backstage/catalog-model';
import {
  RELATION_ECONOMIC_CUSTOMER_OF as ECONOMIC_CUSTOMER_OF,
  RELATION_INTERNAL_CUSTOMER_OF as INTERNAL_CUSTOMER_OF,
  RELATION_OPERATED_BY as OPERATED_BY,
  RELATION_OPERATOR_OF as OPERATOR_OF,
  RELATION_HAS_ECONOMIC_CUSTOMER as HAS_ECONOMIC_CUSTOMER,
  RELATION_HAS_INTERNAL_CUSTOMER as HAS_INTERNAL_CUSTOMER,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** What an entity is needed for, which decides what is needed around it. */
export type Need =
  /** Somebody needs to know that it is there, and its title and stage. */
  | 'existence'
  /** It is in a file, or a part of what is. */
  | 'subject'
  /** A customer of it may be one of the subject's. */
  | 'consumer'
  /** The subject rests on it. */
  | 'supply'
  /** A Group in a file, whose work is to be judged. */
  | 'team'
  /** A team whose members count. */
  | 'members'
  /** A team of a file may operate it. */
  | 'operated'
  /** A Customer in a file, or one below it. */
  | 'customer'
  /** A Customer of a file gets it. */
  | 'served'
  /** What a Customer of a file gets rests on it. */
  | 'chain'
  /** Something in a chain is part of it. */
  | 'chainContainer';

const PEOPLE = {
  [OWNED_BY]: 'existence',
  [OPERATED_BY]: 'existence',
  [HAS_ECONOMIC_CUSTOMER]: 'existence',
  [HAS_INTERNAL_CUSTOMER]: 'existence',
} as const;

const USED_BY = {
  [PART_OF]: 'consumer',
  [DEPENDENCY_OF]: 'consumer',
  [API_CONSUMED_BY]: 'consumer',
  [PROVIDES_API]: 'consumer',
} as const;

const restsOn = <T extends Need>(need: T) => ({
  [DEPENDS_ON]: need,
  [CONSUMES_API]: need,
  [API_PROVIDED_BY]: need,
});

const KEPT_BY = { [OWNED_BY]: 'members', [OPERATED_BY]: 'members' } as const;

/**
 * By which relations to go on from an entity, and what those at the other ends are needed for.
 *
 * @see docs/derivation.md
 */
export const NEEDS: Readonly<Record<Need, Readonly<Record<string, Need>>>> = {
  existence: {},
  subject: {
    ...PEOPLE,
    ...USED_BY,
    ...restsOn('supply'),
    [HAS_PART]: 'subject',
  },
  consumer: { ...PEOPLE, ...USED_BY },
  supply: {
    ...restsOn('supply'),
    [HAS_PART]: 'supply',
    [OWNED_BY]: 'existence',
  },
  team: {
    [HAS_MEMBER]: 'existence',
    [PARENT_OF]: 'members',
    [OPERATOR_OF]: 'operated',
    [OWNER_OF]: 'operated',
  },
  members: { [HAS_MEMBER]: 'existence', [PARENT_OF]: 'members' },
  operated: { [PART_OF]: 'operated', [OPERATED_BY]: 'existence' },
  customer: {
    [PARENT_OF]: 'customer',
    [ECONOMIC_CUSTOMER_OF]: 'served',
    [INTERNAL_CUSTOMER_OF]: 'served',
  },
  served: {
    ...KEPT_BY,
    ...restsOn('chain'),
    [HAS_PART]: 'served',
    [PART_OF]: 'chainContainer',
  },
  chain: {
    ...KEPT_BY,
    ...restsOn('chain'),
    [HAS_PART]: 'chain',
    [PART_OF]: 'chainContainer',
  },
  chainContainer: { [PART_OF]: 'chainContainer', [OPERATED_BY]: 'members' },
};
