import {
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import {
  customerFaults,
  isCustomerEntity,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { relationPair } from './relationPair';

const REF_FIELDS = [
  {
    field: 'owner',
    defaultKind: 'Group',
    types: [RELATION_OWNED_BY, RELATION_OWNER_OF],
  },
  {
    field: 'parent',
    defaultKind: 'Customer',
    types: [RELATION_CHILD_OF, RELATION_PARENT_OF],
  },
] as const;

/**
 * Recognizes the kind Customer, refuses a faulty one, and relates a good one to its owner and its parent.
 *
 * @remarks
 *
 * A Customer of another API group is left to whoever declares that.
 */
export class CustomerKindProcessor implements CatalogProcessor {
  /** The name under `catalog.processorOptions`. */
  getProcessorName(): string {
    return 'CustomerKindProcessor';
  }

  /** Before the catalog model, whose schema would otherwise refuse a faulty Customer first, and in fewer words. */
  getPriority(): number {
    return 10;
  }

  /** @throws InputError that lists every fault of a Customer */
  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (!isCustomerEntity(entity)) {
      return false;
    }
    const faults = customerFaults(entity).join('; ');
    if (faults) {
      const ref = stringifyEntityRef(entity);
      throw new InputError(
        `"${ref}" is not a valid Customer. Correct its file: ${faults}`,
      );
    }
    return true;
  }

  /** Emits `ownedBy` and `childOf` with their ways back. */
  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (!isCustomerEntity(entity)) {
      return entity;
    }
    const source = getCompoundEntityRef(entity);
    for (const { field, defaultKind, types } of REF_FIELDS) {
      const text = entity.spec[field];
      if (text !== undefined) {
        const target = parseEntityRef(text, {
          defaultKind,
          defaultNamespace: source.namespace,
        });
        relationPair({ source, target, types }).forEach(emit);
      }
    }
    return entity;
  }
}
