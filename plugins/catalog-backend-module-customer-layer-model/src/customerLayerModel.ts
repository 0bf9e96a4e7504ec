import {
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
} from '@backstage/catalog-model';
import {
  CatalogModelKindVersionDefinition,
  CatalogModelLayerBuilder,
  createCatalogModelLayer,
} from '@backstage/catalog-model/alpha';
import { JsonObject } from '@backstage/types';
import {
  ANNOTATIONS,
  CUSTOMER_LAYER_GROUP,
  CUSTOMER_ROLES,
  CustomerRole,
  customerSpecJsonSchema,
  DECLARATION_KEYS,
  RELATION_ECONOMIC_CUSTOMER_OF,
  RELATION_HAS_ECONOMIC_CUSTOMER,
  RELATION_HAS_INTERNAL_CUSTOMER,
  RELATION_INTERNAL_CUSTOMER_OF,
  RELATION_OPERATED_BY,
  RELATION_OPERATOR_OF,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { annotationSchema } from './annotationSchema';

const VERSION = 'v1alpha1';

// The deliverable kinds that ship. A model spells kinds as they are written, which configuration does not say.
const DELIVERABLE_KINDS = ['Component', 'API', 'Resource', 'System', 'Domain'];

const relationFields: CatalogModelKindVersionDefinition['relationFields'] = [
  {
    selector: { path: 'spec.owner' },
    relation: RELATION_OWNED_BY,
    defaultKind: 'Group',
    defaultNamespace: 'inherit',
  },
  {
    selector: { path: 'spec.parent' },
    relation: RELATION_CHILD_OF,
    defaultKind: 'Customer',
    defaultNamespace: 'inherit',
  },
];

const customerVersion = (
  spec: JsonObject,
  specType?: CustomerRole,
): CatalogModelKindVersionDefinition => ({
  name: VERSION,
  specType,
  description: specType && `Somebody in the role of an ${specType} customer.`,
  relationFields,
  schema: {
    jsonSchema: { type: 'object', required: ['spec'], properties: { spec } },
  },
});

// A model wants no alternatives in a schema, but one schema per spec.type.
function specSchemaOf(role: CustomerRole): JsonObject {
  const { oneOf } = customerSpecJsonSchema() as {
    oneOf: Array<JsonObject & { properties: { type: { const: string } } }>;
  };
  const schema = oneOf.find(({ properties }) => properties.type.const === role);
  if (!schema) {
    throw new Error(`The schema of a Customer has nothing on type "${role}"`);
  }
  return schema;
}

function addCustomer(model: CatalogModelLayerBuilder) {
  model.addKind({
    group: CUSTOMER_LAYER_GROUP,
    names: { kind: 'Customer', singular: 'customer', plural: 'customers' },
    description:
      'Somebody whom entities serve: who pays for what they deliver, or who is served inside the organization.',
    versions: [
      ...CUSTOMER_ROLES.map(role => customerVersion(specSchemaOf(role), role)),
      // For any other type: without it the catalog would say only that no schema fits.
      customerVersion({
        type: 'object',
        required: ['type'],
        properties: { type: { type: 'string', enum: [...CUSTOMER_ROLES] } },
      }),
    ],
  });
  model.addRelationPair({
    fromKind: 'Customer',
    toKind: ['Group', 'User'],
    description: 'Who keeps the relationship with a customer.',
    forward: { type: RELATION_OWNED_BY, title: 'owned by' },
    reverse: { type: RELATION_OWNER_OF, title: 'owner of' },
  });
  model.addRelationPair({
    fromKind: 'Customer',
    toKind: 'Customer',
    description: 'The segment that a customer belongs to.',
    forward: { type: RELATION_CHILD_OF, title: 'child of' },
    reverse: { type: RELATION_PARENT_OF, title: 'parent of' },
  });
}

function addDeclaredRelations(model: CatalogModelLayerBuilder) {
  model.addRelationPair({
    fromKind: DELIVERABLE_KINDS,
    toKind: 'Customer',
    description: 'Who pays for what an entity delivers.',
    forward: {
      type: RELATION_HAS_ECONOMIC_CUSTOMER,
      title: 'has economic customer',
    },
    reverse: {
      type: RELATION_ECONOMIC_CUSTOMER_OF,
      title: 'economic customer of',
    },
  });
  model.addRelationPair({
    fromKind: DELIVERABLE_KINDS,
    toKind: ['Group', 'Customer', 'User'],
    description: 'Whom an entity serves inside the organization.',
    forward: {
      type: RELATION_HAS_INTERNAL_CUSTOMER,
      title: 'has internal customer',
    },
    reverse: {
      type: RELATION_INTERNAL_CUSTOMER_OF,
      title: 'internal customer of',
    },
  });
  model.addRelationPair({
    fromKind: DELIVERABLE_KINDS,
    toKind: ['Group', 'User'],
    description: 'Who keeps an entity running, which need not be its owner.',
    forward: { type: RELATION_OPERATED_BY, title: 'operated by' },
    reverse: { type: RELATION_OPERATOR_OF, title: 'operator of' },
  });
}

/** The layer: the kind Customer, the three pairs of relations and every annotation. */
export const customerLayerModel = createCatalogModelLayer({
  layerId: `${CUSTOMER_LAYER_GROUP}/model`,
  builder(model) {
    addCustomer(model);
    addDeclaredRelations(model);
    for (const key of DECLARATION_KEYS) {
      const { name, title, description } = ANNOTATIONS[key];
      model.addAnnotation({
        name,
        title,
        description,
        schema: { jsonSchema: annotationSchema(ANNOTATIONS[key]) },
      });
    }
  },
});
