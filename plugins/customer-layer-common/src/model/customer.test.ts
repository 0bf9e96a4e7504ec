import { Entity } from '@backstage/catalog-model';
import {
  CUSTOMER_API_VERSION,
  customerFaults,
  customerJsonSchema,
  isCustomerEntity,
} from './customer';

const customer = (spec: unknown, extra: Partial<Entity> = {}): Entity => ({
  apiVersion: CUSTOMER_API_VERSION,
  kind: 'Customer',
  metadata: { name: 'c' },
  spec: spec as Entity['spec'],
  ...extra,
});

const complete = {
  type: 'internal',
  stage: 'back-stage',
  tier: 4,
  owner: 'account-team',
  parent: 'customer:default/all',
  represents: ['group:default/finance'],
  value: { amount: 0, currency: 'EUR' },
  sla: { availability: 99.9, url: 'https://sla.example.com' },
};

describe('customerFaults', () => {
  it.each([
    ['the least', { type: 'economic' }],
    ['everything', complete],
    ['what others add', { type: 'economic', segment: 'smb' }],
  ])('finds none in %s', (_, spec) => {
    expect(customerFaults(customer(spec))).toEqual([]);
  });

  it.each<[unknown, string]>([
    [undefined, 'spec is missing'],
    [{}, 'spec.type is missing: must be economic or internal'],
    [{ type: 'vip' }, 'spec.type is "vip": must be economic or internal'],
    [
      { type: 'internal' },
      'spec.stage is missing: must be front-stage or back-stage for an internal customer',
    ],
    [
      { type: 'economic', stage: 'front-stage' },
      'spec.stage is "front-stage": only an internal customer has a stage: remove it',
    ],
    [{ type: 'economic', tier: 9 }, 'spec.tier is 9: must be at most 4'],
    [
      { type: 'economic', tier: 1.5 },
      'spec.tier is 1.5: must be a whole number from 1 (most critical) to 4',
    ],
    [
      { type: 'economic', value: { amount: -1, currency: 'EUR' } },
      'spec.value.amount is -1: must not be negative',
    ],
    [
      { type: 'economic', value: { amount: 1, currency: 'euro' } },
      'spec.value.currency is "euro": must be a currency code of three capital letters, as in EUR',
    ],
    [
      { type: 'economic', sla: { availability: 120 } },
      'spec.sla.availability is 120: must be at most 100 percent',
    ],
    [
      { type: 'economic', sla: { url: 'ftp://x' } },
      'spec.sla.url is "ftp://x": must be a full URL that begins with http:// or https://',
    ],
    [
      { type: 'economic', represents: 'finance' },
      'spec.represents is "finance": must be a list of entity refs',
    ],
  ])('finds the fault in %j', (spec, fault) => {
    const faults = customerFaults(customer(spec));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  it('finds every fault at once, and a wrong version', () => {
    expect(
      customerFaults(
        customer(
          { type: 'economic', tier: 0, owner: '' },
          { apiVersion: 'customer-layer.io/v2' },
        ),
      ),
    ).toEqual([
      'apiVersion is "customer-layer.io/v2": must be customer-layer.io/v1alpha1',
      'spec.tier is 0: must be at least 1 (most critical)',
      'spec.owner is "": must be an entity ref as in [kind:][namespace/]name',
    ]);
  });
});

it('knows a Customer by kind and group', () => {
  expect(isCustomerEntity(customer({}))).toBe(true);
  expect(isCustomerEntity(customer({}, { kind: 'Group' }))).toBe(false);
  expect(
    isCustomerEntity(customer({}, { apiVersion: 'crm.example.com/v1' })),
  ).toBe(false);
});

it('has a JSON schema that forbids what the faults name', () => {
  const schema = JSON.stringify(customerJsonSchema());
  expect(schema).toContain('"maximum":4');
  expect(schema).toContain('"const":"economic"');
});
