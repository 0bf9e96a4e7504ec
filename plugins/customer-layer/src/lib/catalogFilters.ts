import { Entity } from '@backstage/catalog-model';
import {
  DefaultEntityFilters,
  EntityFilter,
} from '@backstage/plugin-catalog-react';
import {
  RELATION_HAS_ECONOMIC_CUSTOMER,
  RELATION_HAS_INTERNAL_CUSTOMER,
  RELATION_OPERATED_BY,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** Entities that have a relation of a type to any of some entities. The catalog selects them. */
abstract class RelationFilter implements EntityFilter {
  protected abstract readonly relation: string;
  /** Refs as relations have them. */
  readonly values: string[];

  constructor(values: string[]) {
    this.values = values;
  }

  getCatalogFilters(): Record<string, string[]> {
    return { [`relations.${this.relation}`]: this.values };
  }

  toQueryValue(): string[] {
    return this.values;
  }
}

/** Entities that name an economic customer. */
export class EconomicCustomerFilter extends RelationFilter {
  protected readonly relation = RELATION_HAS_ECONOMIC_CUSTOMER;
}

/** Entities that name an internal customer. */
export class InternalCustomerFilter extends RelationFilter {
  protected readonly relation = RELATION_HAS_INTERNAL_CUSTOMER;
}

/** Entities that name an operations team. */
export class OperationsTeamFilter extends RelationFilter {
  protected readonly relation = RELATION_OPERATED_BY;
}

/** What an entity may not have named. */
export type Undeclared = 'customer' | 'operations-team';

const RELATIONS: Readonly<Record<Undeclared, readonly string[]>> = {
  customer: [RELATION_HAS_ECONOMIC_CUSTOMER, RELATION_HAS_INTERNAL_CUSTOMER],
  'operations-team': [RELATION_OPERATED_BY],
};

/**
 * Entities that name none.
 *
 * @remarks
 *
 * The catalog can't select what is not there, so this works only in a list that is not read in pages.
 */
export class UndeclaredFilter implements EntityFilter {
  readonly values: Undeclared[];

  constructor(values: Undeclared[]) {
    this.values = values;
  }

  filterEntity(entity: Entity): boolean {
    return !entity.relations?.some(({ type }) =>
      this.values.some(value => RELATIONS[value].includes(type)),
    );
  }

  toQueryValue(): string[] {
    return this.values;
  }
}

/** The filters of the catalog's list with those of the customer layer, by their names in the address. */
export type CustomerLayerFilters = DefaultEntityFilters & {
  economicCustomer?: EconomicCustomerFilter;
  internalCustomer?: InternalCustomerFilter;
  operationsTeam?: OperationsTeamFilter;
  undeclared?: UndeclaredFilter;
};
