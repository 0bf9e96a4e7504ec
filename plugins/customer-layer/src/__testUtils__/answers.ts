import { Entity } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import {
  CUSTOMER_API_VERSION,
  CustomerEntry,
  Delivery,
  AffectedEntity,
  EntityLayers,
  Impact,
  OperationsEntry,
  Readiness,
  SupplyEntry,
} from '@missing-layer/backstage-plugin-customer-layer-common';

export const SHOP = 'component:default/web-shop';

export const shopEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'web-shop', namespace: 'default' },
};

export const groupEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'web', namespace: 'default' },
};

export const customerEntity: Entity = {
  apiVersion: CUSTOMER_API_VERSION,
  kind: 'Customer',
  metadata: { name: 'enterprise', namespace: 'default' },
  spec: {
    type: 'economic',
    tier: 1,
    value: { amount: 4_200_000, currency: 'EUR' },
    sla: { availability: 99.95, url: 'https://sla.example.com' },
  },
};

export const READINESS: Readiness = {
  staffed: { state: 'pass', evidence: '4 members; at least 3 are needed' },
  trained: { state: 'unmeasured', evidence: 'no date of a training is given' },
  equipped: { state: 'fail', evidence: 'missing: on-call' },
  managed: { state: 'pass', evidence: 'reviewed on 2026-05-20' },
};

export const READY: Readiness = {
  ...READINESS,
  trained: { state: 'pass', evidence: 'trained on 2026-05-20' },
  equipped: { state: 'pass', evidence: 'on-call, runbooks and dashboards' },
};

export const customer = (
  name: string,
  overrides: Partial<CustomerEntry> = {},
): CustomerEntry => ({
  customerRef: `customer:default/${name}`,
  role: 'economic',
  source: 'declared',
  distance: 0,
  path: [SHOP],
  exists: true,
  ...overrides,
});

export const team = (
  name: string,
  overrides: Partial<OperationsEntry> = {},
): OperationsEntry => ({
  teamRef: `group:default/${name}`,
  source: 'declared',
  path: [SHOP],
  exists: true,
  ...overrides,
});

export const supplied = (
  name: string,
  overrides: Partial<SupplyEntry> = {},
): SupplyEntry => ({
  entityRef: `resource:default/${name}`,
  layer: 'data',
  distance: 1,
  path: [SHOP, `resource:default/${name}`],
  owners: [],
  operationsTeams: [],
  exists: true,
  ...overrides,
});

const graph = { revision: 'r1', builtAt: '2026-11-01T12:00:00Z' };

export const layersOfShop = (
  overrides: Partial<EntityLayers> = {},
): EntityLayers => ({
  entityRef: SHOP,
  applicable: true,
  graph,
  customers: [],
  operations: [],
  supply: [],
  layer: 'application',
  delivery: {},
  problems: [],
  missing: [],
  truncated: false,
  ...overrides,
});

export const deliveryToEnterprise = (
  overrides: Partial<Delivery> = {},
): Delivery => ({
  customerRef: 'customer:default/enterprise',
  graph,
  customers: ['customer:default/enterprise'],
  serves: [],
  restsOn: [],
  operationsTeams: [],
  chain: [],
  operations: [],
  missing: [],
  truncated: false,
  ...overrides,
});

export const DB = 'resource:default/orders-db';

export const affected = (
  name: string,
  overrides: Partial<AffectedEntity> = {},
): AffectedEntity => ({
  entityRef: `component:default/${name}`,
  distance: 1,
  path: [DB, `component:default/${name}`],
  owners: [],
  operationsTeams: [],
  exists: true,
  ...overrides,
});

export const impactOfDb = (overrides: Partial<Impact> = {}): Impact => ({
  entityRefs: [DB],
  graph,
  failing: [
    affected('orders-db', {
      entityRef: DB,
      title: 'Orders database',
      distance: 0,
      path: [DB],
    }),
  ],
  customers: [],
  affected: [],
  operations: [],
  valueAtRisk: {},
  valueHidden: 0,
  truncated: false,
  ...overrides,
});

export const responseError = (status: number, message: string) =>
  ResponseError.fromResponse({
    ok: false,
    redirected: false,
    status,
    statusText: message,
    type: 'basic',
    url: 'http://localhost/api/customer-layer',
    headers: new Headers({ 'content-type': 'application/json' }),
    text: async () =>
      JSON.stringify({ error: { name: 'Error', message }, response: {} }),
  });
