import {
  BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import catalogModuleCustomerLayer from '@missing-layer/backstage-plugin-catalog-backend-module-customer-layer';
import request from 'supertest';
import catalogModuleCustomerLayerModel from '.';

const CATALOG = `
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: enterprise }
spec: { type: economic }
---
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: retail }
spec: { type: economic, owner: accounts, parent: enterprise, value: { amount: 1, currency: EUR } }
---
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: staff }
spec: { type: internal, stage: back-stage, represents: [accounts] }
---
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: faulty }
spec: { type: economic, stage: front-stage, tier: 9 }
---
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: untyped }
spec: { type: public }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: accounts }
spec: { type: team, parent: company, children: [], members: [grace] }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: company
  annotations: { customer-layer.io/trained-on: last week }
spec: { type: company, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: grace }
spec: { memberOf: [accounts] }
---
apiVersion: backstage.io/v1alpha1
kind: Domain
metadata: { name: commerce }
spec: { owner: accounts }
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata:
  name: shop
  annotations: { customer-layer.io/internal-customers: 'staff, customer:staff' }
spec: { owner: accounts, domain: commerce }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: web
  annotations:
    customer-layer.io/economic-customers: retail, a:b:c
    customer-layer.io/operations-team: user:grace
    customer-layer.io/inheritance: sometimes
    customer-layer.io/entry-point: somewhere
    customer-layer.io/confirmed-on: lately
    customer-layer.io/unknown: word
spec: { type: website, lifecycle: production, owner: accounts, system: shop, providesApis: [orders], consumesApis: [orders], dependsOn: ['resource:db'] }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: basket }
spec: { type: library, lifecycle: production, owner: 'user:grace', subcomponentOf: web, dependencyOf: ['component:web'] }
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: orders
  annotations: { customer-layer.io/economic-customers: none }
spec: { type: openapi, lifecycle: production, owner: accounts, system: shop, definition: '{}' }
---
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata: { name: db }
spec: { type: database, owner: accounts, system: shop }
`;

const RELATIONS = {
  'api:default/orders': [
    'apiConsumedBy component:default/web',
    'apiProvidedBy component:default/web',
    'ownedBy group:default/accounts',
    'partOf system:default/shop',
  ],
  'component:default/basket': [
    'dependencyOf component:default/web',
    'ownedBy user:default/grace',
    'partOf component:default/web',
  ],
  'component:default/web': [
    'consumesApi api:default/orders',
    'dependsOn component:default/basket',
    'dependsOn resource:default/db',
    'hasEconomicCustomer customer:default/retail',
    'hasPart component:default/basket',
    'operatedBy user:default/grace',
    'ownedBy group:default/accounts',
    'partOf system:default/shop',
    'providesApi api:default/orders',
  ],
  'customer:default/enterprise': ['parentOf customer:default/retail'],
  'customer:default/retail': [
    'childOf customer:default/enterprise',
    'economicCustomerOf component:default/web',
    'ownedBy group:default/accounts',
  ],
  'customer:default/staff': ['internalCustomerOf system:default/shop'],
  'domain:default/commerce': [
    'hasPart system:default/shop',
    'ownedBy group:default/accounts',
  ],
  'group:default/accounts': [
    'childOf group:default/company',
    'hasMember user:default/grace',
    'ownerOf api:default/orders',
    'ownerOf component:default/web',
    'ownerOf customer:default/retail',
    'ownerOf domain:default/commerce',
    'ownerOf resource:default/db',
    'ownerOf system:default/shop',
  ],
  'group:default/company': ['parentOf group:default/accounts'],
  'resource:default/db': [
    'dependencyOf component:default/web',
    'ownedBy group:default/accounts',
    'partOf system:default/shop',
  ],
  'system:default/shop': [
    'hasInternalCustomer customer:default/staff',
    'hasInternalCustomer group:default/staff',
    'hasPart api:default/orders',
    'hasPart component:default/web',
    'hasPart resource:default/db',
    'ownedBy group:default/accounts',
    'partOf domain:default/commerce',
  ],
  'user:default/grace': [
    'memberOf group:default/accounts',
    'operatorOf component:default/web',
    'ownerOf component:default/basket',
  ],
};

const ERRORS = {
  'customer:default/faulty': expect.stringContaining(
    'spec.tier is 9: must be at most 4',
  ),
  'customer:default/untyped': expect.stringContaining(
    'spec.type is "public": must be economic or internal',
  ),
};

const relationsOf = (entities: Entity[]) =>
  Object.fromEntries(
    entities
      .filter(({ kind }) => kind !== 'Location')
      .map(entity => [
        stringifyEntityRef(entity),
        (entity.relations ?? [])
          .map(({ type, targetRef }) => `${type} ${targetRef}`)
          .sort(),
      ]),
  );

/** Notes, by ref, why entities were refused. */
const noteErrors = (errorsByRef: Map<string, string>) =>
  createBackendModule({
    pluginId: 'catalog',
    moduleId: 'note-errors',
    register: env =>
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        init: async ({ processing }) =>
          processing.setOnProcessingErrorHandler(
            ({ unprocessedEntity, errors }) => {
              errorsByRef.set(
                stringifyEntityRef(unprocessedEntity),
                errors.join(),
              );
            },
          ),
      }),
  });

/** Waits until an assertion holds, at most 20 seconds. */
async function eventually(assertion: () => Promise<void>) {
  const end = Date.now() + 20_000;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

jest.setTimeout(60_000);

describe('what a catalog takes in and relates', () => {
  const directory = createMockDirectory({
    content: { 'catalog.yaml': CATALOG },
  });

  it.each<[string, BackendFeature[]]>([
    ['with the processors alone', []],
    ['with the model beside them', [catalogModuleCustomerLayerModel]],
  ])('is the same %s', async (_, features) => {
    const errors = new Map<string, string>();
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleCustomerLayer,
        ...features,
        noteErrors(errors),
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              stitchingStrategy: { pollingInterval: { milliseconds: 100 } },
              rules: [
                {
                  allow: [
                    'Customer',
                    ...['Component', 'API', 'Resource', 'System', 'Domain'],
                    ...['Group', 'User', 'Location'],
                  ],
                },
              ],
              locations: [
                { type: 'file', target: directory.resolve('catalog.yaml') },
              ],
            },
          },
        }),
      ],
    });

    await eventually(async () => {
      const response = await request(server).get('/api/catalog/entities');
      expect(relationsOf(response.body)).toEqual(RELATIONS);
      expect(Object.fromEntries(errors)).toEqual(ERRORS);
    });
  });
});
