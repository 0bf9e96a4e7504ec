import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  CUSTOMER_API_VERSION,
  Declarations,
  RELATION_HAS_ECONOMIC_CUSTOMER,
  RELATION_HAS_INTERNAL_CUSTOMER,
  RELATION_OPERATED_BY,
  printDeclarations,
  readDeclarations,
} from '@missing-layer/backstage-plugin-customer-layer-common';

type Description = {
  title?: string;
  spec?: Entity['spec'];
  owner?: string;
  declares?: Declarations;
  /** Annotations as somebody might get them wrong. */
  unreadable?: Record<string, string>;
  relations?: Record<string, string[]>;
};

// Does what the catalog does for an entity that it reads: it turns what is declared into relations.
function describe(
  kind: string,
  name: string,
  description: Description,
): Entity {
  const { title, spec = {}, owner, declares = {} } = description;
  const entity: Entity = {
    apiVersion:
      kind === 'Customer' ? CUSTOMER_API_VERSION : 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      title,
      annotations: {
        ...printDeclarations(declares),
        ...description.unreadable,
      },
    },
    spec: { ...spec, ...(owner && { owner }) },
  };
  const { declarations } = readDeclarations(entity);
  const targets: Record<string, string[] | undefined> = {
    ...description.relations,
    [RELATION_OWNED_BY]: owner ? [owner] : [],
    [RELATION_HAS_ECONOMIC_CUSTOMER]: declarations.economicCustomers,
    [RELATION_HAS_INTERNAL_CUSTOMER]: declarations.internalCustomers,
    [RELATION_OPERATED_BY]: declarations.operationsTeam,
  };
  entity.relations = Object.entries(targets).flatMap(([type, refs = []]) =>
    refs.map(targetRef => ({ type, targetRef })),
  );
  return entity;
}

const times = <T>(count: number, make: (number: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index + 1));

const STACK = ['database', 'kubernetes-cluster', 'server', 'network'];
const MANY_CUSTOMERS = times(500, number => `customer:default/buyer-${number}`);
const MANY_RESOURCES = times(300, number => `resource:default/node-${number}`);

const shop = describe('Component', 'web-shop', {
  unreadable: {
    [ANNOTATIONS.slo.name]: 'ask Grace',
    [ANNOTATIONS.confirmedOn.name]: '30 April 2026',
  },
  title: 'Web shop',
  spec: { type: 'website', lifecycle: 'production', system: 'sales' },
  owner: 'group:default/web',
  declares: {
    economicCustomers: [
      'customer:default/retail-shoppers',
      'customer:default/merchants',
      'customer:default/gone',
    ],
    operationsTeam: ['group:default/platform-sre'],
    entryPoint: 'https://shop.example.com',
    support: 'mailto:help@example.com',
    value: 'Orders a week of groceries in five minutes.',
  },
  relations: {
    partOf: ['system:default/sales'],
    consumesApi: ['api:default/orders-api'],
  },
});

/** A small company that sells groceries, with a few entities that are hard to show. */
export const catalog: Entity[] = [
  describe('Customer', 'enterprise', {
    title: 'Enterprise',
    spec: {
      type: 'economic',
      tier: 1,
      value: { amount: 4_200_000, currency: 'EUR' },
      sla: { availability: 99.95, url: 'https://sla.example.com' },
    },
    relations: { parentOf: ['customer:default/merchants'] },
  }),
  describe('Customer', 'merchants', {
    title: 'Merchants who sell through our marketplace',
    spec: { type: 'economic', tier: 1, parent: 'enterprise' },
  }),
  describe('Customer', 'retail-shoppers', {
    title: 'Retail shoppers',
    spec: {
      type: 'economic',
      tier: 2,
      value: { amount: 1_200_000, currency: 'EUR' },
    },
  }),
  describe('Customer', 'store-staff', {
    title: 'Store staff',
    spec: { type: 'internal', stage: 'front-stage' },
  }),
  describe('Customer', 'nobody-yet', {
    title: 'Restaurants',
    spec: { type: 'economic', tier: 3 },
  }),
  describe('Domain', 'commerce', {
    title: 'Commerce',
    owner: 'group:default/web',
    declares: { internalCustomers: ['group:default/finance'] },
  }),
  describe('System', 'sales', {
    title: 'Sales',
    owner: 'group:default/web',
    declares: {
      internalCustomers: [
        'group:default/customer-support',
        'customer:default/store-staff',
      ],
      inheritance: 'append',
    },
    relations: { partOf: ['domain:default/commerce'] },
  }),
  shop,
  describe('Component', 'orders', {
    title: 'Orders',
    spec: { type: 'service', lifecycle: 'production', system: 'sales' },
    owner: 'group:default/web',
    relations: {
      partOf: ['system:default/sales'],
      providesApi: ['api:default/orders-api'],
      dependsOn: ['resource:default/orders-db', 'component:default/billing'],
    },
  }),
  describe('API', 'orders-api', {
    title: 'Orders API',
    spec: { type: 'openapi', lifecycle: 'production', definition: '{}' },
    owner: 'group:default/web',
  }),
  describe('Component', 'billing', {
    title: 'Billing',
    spec: { type: 'service', lifecycle: 'production' },
    owner: 'group:default/finance',
    declares: { internalCustomers: ['group:default/auditors'] },
  }),
  describe('Component', 'orphan', {
    title: 'Report generator of 2014',
    spec: { type: 'service', lifecycle: 'production' },
  }),
  describe('Component', 'hub', {
    title: 'Integration hub',
    spec: { type: 'service', lifecycle: 'production' },
    owner: 'group:default/web',
    declares: { economicCustomers: MANY_CUSTOMERS },
    relations: { dependsOn: MANY_RESOURCES },
  }),
  describe('Resource', 'orders-db', {
    title: 'Orders database',
    spec: { type: 'database' },
    owner: 'group:default/platform-sre',
    declares: { operatingModel: 'paas', provider: 'Example Cloud' },
    relations: { dependsOn: ['resource:default/cluster'] },
  }),
  describe('Resource', 'cluster', {
    title: 'Production cluster',
    spec: { type: 'kubernetes-cluster' },
    owner: 'group:default/platform-sre',
    declares: {
      operatingModel: 'iaas',
      operationsTeam: ['group:default/platform-sre', 'group:default/night'],
    },
    relations: {
      dependsOn: ['resource:default/network', 'resource:default/secret-site'],
    },
  }),
  describe('Resource', 'network', {
    title: 'Backbone',
    spec: { type: 'network' },
    declares: { provider: 'group:default/night' },
  }),
  describe('Resource', 'secret-site', {
    title: 'Secret site',
    spec: { type: 'datacenter' },
    owner: 'group:default/night',
  }),
  ...MANY_RESOURCES.map((ref, index) =>
    describe('Resource', ref.split('/')[1], {
      spec: { type: STACK[index % STACK.length] },
      owner: 'group:default/platform-sre',
    }),
  ),
  ...MANY_CUSTOMERS.map((ref, index) =>
    describe('Customer', ref.split('/')[1], {
      title: `Buyer ${index + 1}`,
      spec: { type: 'economic', tier: (index % 4) + 1 },
    }),
  ),
  describe('Group', 'web', { title: 'Web team', spec: { type: 'team' } }),
  describe('Group', 'night', { title: 'Night shift', spec: { type: 'team' } }),
  describe('Group', 'finance', {
    title: 'Finance',
    spec: { type: 'team' },
    declares: { stage: 'back-stage' },
  }),
  describe('Group', 'auditors', { title: 'Auditors', spec: { type: 'team' } }),
  describe('Group', 'customer-support', {
    title: 'Customer support',
    spec: { type: 'team' },
    declares: { stage: 'front-stage' },
  }),
  describe('Group', 'platform-sre', {
    title: 'Platform SRE',
    spec: { type: 'team' },
    declares: {
      operations: 'technical',
      onCall: 'https://oncall.example.com/sre',
      runbooks: ['https://runbooks.example.com/sre'],
      dashboards: ['https://dashboards.example.com/sre'],
      reviewedOn: '2026-08-01',
      manager: 'user:default/grace',
    },
    relations: {
      hasMember: times(4, number => `user:default/sre-${number}`),
    },
  }),
  describe('User', 'grace', { title: 'Grace' }),
];
