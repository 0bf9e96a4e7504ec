import {
  Entity,
  EntityRelation,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  compileCatalogModel,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import {
  DerivationRules,
  isCustomerEntity,
  readDeclarations,
  RELATION_ECONOMIC_CUSTOMER_OF,
  RELATION_HAS_ECONOMIC_CUSTOMER,
  RELATION_HAS_INTERNAL_CUSTOMER,
  RELATION_INTERNAL_CUSTOMER_OF,
  RELATION_OPERATED_BY,
  RELATION_OPERATOR_OF,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { get } from 'lodash';

const MODEL = compileCatalogModel([defaultCatalogEntityModel]);

// The model names a way back for some kinds of ends only; the catalog makes it for all.
const WAY_BACK = new Map(
  MODEL.listRelations().map(({ forward, reverse }) => [
    forward.type,
    reverse.type,
  ]),
);

/** A field of an entity that names others. */
type RelationField = {
  path: string;
  relation: string;
  wayBack?: string;
  defaultKind?: string;
};

const CUSTOMER_FIELDS: RelationField[] = [
  {
    path: 'spec.owner',
    relation: RELATION_OWNED_BY,
    wayBack: RELATION_OWNER_OF,
    defaultKind: 'Group',
  },
  {
    path: 'spec.parent',
    relation: RELATION_CHILD_OF,
    wayBack: RELATION_PARENT_OF,
    defaultKind: 'Customer',
  },
];

const FIELDS_OF_KIND = new Map(
  MODEL.listKinds().flatMap(({ names: { kind }, versions }) =>
    versions.map(({ apiVersion }): [string, RelationField[]] => [
      `${apiVersion} ${kind}`,
      MODEL.getKind({ kind, apiVersion })!.relationFields.map(field => ({
        ...field,
        wayBack: WAY_BACK.get(field.relation),
      })),
    ]),
  ),
);

const fieldsOf = (entity: Entity): RelationField[] =>
  isCustomerEntity(entity)
    ? CUSTOMER_FIELDS
    : FIELDS_OF_KIND.get(`${entity.apiVersion} ${entity.kind}`) ?? [];

/** The fields of entities that relations arise from, in the form in which the catalog takes them. */
export const RELATION_FIELDS: string[] = [
  ...new Set(
    [...FIELDS_OF_KIND.values(), CUSTOMER_FIELDS]
      .flat()
      .map(({ path }) => path),
  ),
];

const DECLARED = [
  {
    key: 'economicCustomers',
    relation: RELATION_HAS_ECONOMIC_CUSTOMER,
    wayBack: RELATION_ECONOMIC_CUSTOMER_OF,
  },
  {
    key: 'internalCustomers',
    relation: RELATION_HAS_INTERNAL_CUSTOMER,
    wayBack: RELATION_INTERNAL_CUSTOMER_OF,
  },
  {
    key: 'operationsTeam',
    relation: RELATION_OPERATED_BY,
    wayBack: RELATION_OPERATOR_OF,
  },
] as const;

/** One fact about two entities. */
type Statement = { relation: string; wayBack?: string; target: string };

const fromFields = (entity: Entity): Statement[] =>
  fieldsOf(entity).flatMap(({ path, relation, wayBack, defaultKind }) =>
    [get(entity, path)]
      .flat()
      .filter((text): text is string => typeof text === 'string' && text !== '')
      .map(text => ({
        relation,
        wayBack,
        target: stringifyEntityRef(
          parseEntityRef(text, {
            defaultKind,
            defaultNamespace: entity.metadata.namespace,
          }),
        ),
      })),
  );

function fromDeclarations(entity: Entity): Statement[] {
  const { declarations } = readDeclarations(entity);
  return DECLARED.flatMap(({ key, relation, wayBack }) =>
    (declarations[key] ?? []).map(target => ({ relation, wayBack, target })),
  );
}

/** The relations of some entities, by the ref of the end that they start from. */
export type Relations = Map<string, EntityRelation[]>;

/**
 * The relations that a catalog with the customer layer makes of these entities: each pair from both ends, also where
 * the other one is not among them.
 *
 * @throws TypeError when a ref in a field of the model can't be read
 */
export function relationsOf(
  entities: Iterable<Entity>,
  { deliverableKinds }: Pick<DerivationRules, 'deliverableKinds'>,
): Relations {
  const relations: Relations = new Map();
  const add = (source: string, type: string, targetRef: string) => {
    const known = relations.get(source) ?? [];
    known.push({ type, targetRef });
    relations.set(source, known);
  };
  for (const entity of entities) {
    const source = stringifyEntityRef(entity);
    const declares = deliverableKinds.includes(
      entity.kind.toLocaleLowerCase('en-US'),
    );
    const statements = [
      ...fromFields(entity),
      ...(declares ? fromDeclarations(entity) : []),
    ];
    for (const { relation, wayBack, target } of statements) {
      add(source, relation, target);
      if (wayBack) {
        add(target, wayBack, source);
      }
    }
  }
  return relations;
}
