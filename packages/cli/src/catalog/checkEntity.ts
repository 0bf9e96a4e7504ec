import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  domainEntityV1alpha1Validator,
  Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import {
  customerFaults,
  CustomerLayerConfig,
  isCustomerEntity,
  readDeclarations,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { relationsOf } from './relations';
import { withoutPlaceholders } from './withoutPlaceholders';

/** What a catalog would say of a document. */
export type CheckedEntity =
  | { entity: Entity }
  | { fault: string; ref?: string }
  | { unknownKind: string };

// What every catalog holds an entity against, in its order.
const POLICY = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

const KINDS = [
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
];

function refOf(value: unknown): string | undefined {
  try {
    return stringifyEntityRef(value as Entity);
  } catch {
    return undefined;
  }
}

async function isOfBuiltInKind(entity: Entity): Promise<boolean> {
  for (const kind of KINDS) {
    if (await kind.check(entity)) {
      return true;
    }
  }
  return false;
}

function strictFaults(entity: Entity, config: CustomerLayerConfig): string[] {
  const kind = entity.kind.toLocaleLowerCase('en-US');
  return config.strict &&
    (kind === 'group' || config.rules.deliverableKinds.includes(kind))
    ? readDeclarations(entity).problems.map(
        ({ annotation, message }) => `"${annotation}": ${message}`,
      )
    : [];
}

/** Holds a document against what a catalog with the customer layer would accept. */
export async function checkEntity(
  value: unknown,
  config: CustomerLayerConfig,
): Promise<CheckedEntity> {
  const ref = refOf(value);
  try {
    const entity = (await POLICY.enforce(
      withoutPlaceholders(value) as Entity,
    ))!;
    const isCustomer = isCustomerEntity(entity);
    if (!isCustomer && !(await isOfBuiltInKind(entity))) {
      return { unknownKind: `${entity.kind} of ${entity.apiVersion}` };
    }
    const faults = isCustomer
      ? customerFaults(entity)
      : strictFaults(entity, config);
    if (!faults.length) {
      // A catalog refuses what names something in no readable way.
      relationsOf([entity], config.rules);
    }
    return faults.length ? { fault: faults.join('; '), ref } : { entity };
  } catch (error) {
    return { fault: (error as Error).message, ref };
  }
}
