import { Entity } from '@backstage/catalog-model';
import { CustomerEntry } from '@missing-layer/backstage-plugin-customer-layer-common';
import { namesFor, NamingRule, spelledBy } from './namesFor';

const WEB = 'component:default/web';

const customer = (
  name: string,
  more: Partial<CustomerEntry> = {},
): CustomerEntry => ({
  customerRef: `customer:default/${name}`,
  role: 'economic',
  source: 'declared',
  distance: 0,
  path: [WEB],
  exists: true,
  ...more,
});

const CUSTOMERS = [
  customer('acme', { title: 'Falcon Industries' }),
  customer('acme', { title: 'Falcon Industries', role: 'internal' }),
  customer('elsewhere', { title: 'Said by the customer alone' }),
  customer('online-shoppers', {
    title: 'Online shoppers',
    source: 'inherited',
  }),
  customer('travellers', { title: 'Travellers', source: 'derived' }),
  customer('ghost', { exists: false }),
  customer('hidden-1', { hidden: true }),
];

const DIRECT = ['declared', 'inherited'] as const;

const named = (rule: NamingRule, open: string[] = []) =>
  namesFor({
    customers: CUSTOMERS,
    spelled: new Set([
      'customer:default/acme',
      'customer:default/online-shoppers',
      'customer:default/ghost',
      'customer:default/hidden-1',
    ]),
    isPublic: ref => open.includes(ref),
    rule,
  });

describe('namesFor', () => {
  it('says no more than the entity spells out', () => {
    expect(named({ customers: 'declared', sources: DIRECT })).toEqual([
      'acme',
      'online-shoppers',
    ]);
    expect(named({ customers: 'declared', sources: ['declared'] })).toEqual([
      'acme',
    ]);
  });

  it('names public customers in full, however the entity came by them', () => {
    const open = [
      'customer:default/online-shoppers',
      'customer:default/travellers',
    ];
    expect(
      named({ customers: 'declared', sources: [...DIRECT, 'derived'] }, open),
    ).toEqual(['acme', 'Online shoppers', 'Travellers']);
    expect(named({ customers: 'none', sources: DIRECT }, open)).toEqual([
      'Online shoppers',
    ]);
    expect(
      named({ customers: 'none', sources: DIRECT }, ['customer:default/acme']),
    ).toEqual(['Falcon Industries (acme)']);
  });

  it('names all by title and name where that is asked for, but nobody who is not there', () => {
    expect(named({ customers: 'all', sources: DIRECT })).toEqual([
      'Falcon Industries (acme)',
      'Said by the customer alone (elsewhere)',
      'Online shoppers',
    ]);
  });
});

describe('spelledBy', () => {
  it('finds refs in annotations and in relations to customers, not in others', () => {
    const entity: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'web',
        annotations: {
          'customer-layer.io/economic-customers': 'acme, none such',
          'customer-layer.io/internal-customers': 'finance',
          'customer-layer.io/operations-team': 'sre',
        },
      },
      relations: [
        { type: 'hasEconomicCustomer', targetRef: 'Customer:default/Shoppers' },
        { type: 'hasInternalCustomer', targetRef: 'user:default/ada' },
        { type: 'ownedBy', targetRef: 'group:default/web-team' },
      ],
    };
    expect([...spelledBy(entity)]).toEqual([
      'customer:default/acme',
      'group:default/finance',
      'customer:default/shoppers',
      'user:default/ada',
    ]);
  });
});
