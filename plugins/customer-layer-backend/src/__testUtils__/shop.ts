import { Entity, EntityRelation } from '@backstage/catalog-model';
import { ANNOTATIONS } from '@missing-layer/backstage-plugin-customer-layer-common';

type Given = {
  title?: string;
  annotations?: Partial<Record<keyof typeof ANNOTATIONS, string>>;
  spec?: Entity['spec'];
  relations?: Record<string, string[]>;
};

/** An entity as the catalog gives it, from its ref and little more. */
export function entity(ref: string, given: Given = {}): Entity {
  const [kind, name] = ref.split(':default/');
  const relations: EntityRelation[] = Object.entries(
    given.relations ?? {},
  ).flatMap(([type, targets]) =>
    targets.map(targetRef => ({ type, targetRef })),
  );
  return {
    apiVersion:
      kind === 'Customer'
        ? 'customer-layer.io/v1alpha1'
        : 'backstage.io/v1alpha1',
    kind,
    metadata: {
      namespace: 'default',
      name,
      ...(given.title && { title: given.title }),
      annotations: Object.fromEntries(
        Object.entries(given.annotations ?? {}).map(([key, value]) => [
          ANNOTATIONS[key as keyof typeof ANNOTATIONS].name,
          value,
        ]),
      ),
    },
    spec: given.spec ?? {},
    relations,
  };
}

const economic = (tier: number, amount: number) => ({
  type: 'economic',
  tier,
  value: { amount, currency: 'EUR' },
});

/**
 * A web shop and what it rests on. Everything of which the ref has "secret" in it is meant to be hidden from somebody;
 * so are the titles that begin with "Confidential".
 */
export const SHOP: readonly Entity[] = [
  entity('Customer:default/shoppers', {
    title: 'Shoppers',
    spec: economic(2, 500),
    relations: { parentOf: ['customer:default/secret-club'] },
  }),
  entity('Customer:default/secret-acme', {
    title: 'Confidential Acme',
    spec: economic(1, 1000),
  }),
  entity('Customer:default/secret-club', {
    title: 'Confidential Club',
    spec: economic(3, 70),
  }),
  entity('Customer:default/clerks', {
    title: 'Clerks',
    spec: { type: 'internal', stage: 'front-stage' },
  }),
  entity('Group:default/web-team', { title: 'Web team' }),
  entity('Group:default/press', { title: 'Press' }),
  entity('Group:default/secret-dba', { title: 'Confidential DBA' }),
  entity('Group:default/sre', {
    title: 'SRE',
    annotations: { manager: 'user:default/boss' },
  }),
  entity('Group:default/secret-vendor', { title: 'Confidential Vendor' }),
  entity('Component:default/web', {
    title: 'Web shop',
    annotations: {
      economicCustomers:
        'shoppers, secret-acme, ghost, group:secret-dba, group:press',
      internalCustomers: 'customer:clerks',
      operationsTeam: 'sre, secret-dba',
      value: 'Sells things.',
    },
    relations: {
      ownedBy: ['group:default/web-team'],
      dependsOn: ['component:default/secret-cart', 'resource:default/db'],
    },
  }),
  entity('Component:default/secret-cart', {
    title: 'Confidential Cart',
    annotations: { economicCustomers: 'secret-club' },
    relations: {
      ownedBy: ['group:default/web-team'],
      dependsOn: ['resource:default/db'],
    },
  }),
  entity('Resource:default/db', {
    title: 'Database',
    spec: { type: 'database' },
    annotations: {
      provider: 'group:secret-vendor',
      operatingModel: 'paas',
      operationsTeam: 'secret-dba, sre',
    },
    relations: { ownedBy: ['group:default/secret-dba'] },
  }),
];

/** What somebody may read who may not read the secrets. */
export const isOpen = (ref: string): boolean => !ref.includes('secret');
