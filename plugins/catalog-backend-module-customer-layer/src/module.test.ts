import {
  createMockDirectory,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { Knex } from 'knex';
import catalogModuleCustomerLayer from '.';
import { TestCatalog } from './__testUtils__/TestCatalog';

// From YAML in a file to relations in the catalog's HTTP API.

const PEOPLE = `
---
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: enterprise }
spec: { type: economic }
---
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: retail }
spec: { type: economic, tier: 1, owner: accounts, parent: enterprise }
---
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata:
  name: staff
  namespace: shop
  annotations: { customer-layer.io/operations-team: not looked at }
spec: { type: internal, stage: front-stage, owner: 'user:grace', parent: 'default/enterprise' }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: accounts
  annotations: { customer-layer.io/economic-customers: enterprise }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata:
  name: grace
  annotations: { customer-layer.io/economic-customers: not looked at }
spec: { memberOf: [accounts] }
`;

const DELIVERABLES = `
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: web
  namespace: shop
  annotations:
    customer-layer.io/economic-customers: default/retail, merchants, Customer:default/Retail
    customer-layer.io/internal-customers: customer:staff, accounts, user:default/grace
    customer-layer.io/operations-team: |
      default/accounts
      user:grace
spec: { type: website, lifecycle: production, owner: group:default/accounts, dependsOn: ['resource:default/db'] }
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: orders
  annotations:
    customer-layer.io/economic-customers: NONE
    customer-layer.io/operations-team: none
spec: { type: openapi, lifecycle: production, owner: accounts, definition: '{}' }
---
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata:
  name: db
  annotations:
    customer-layer.io/economic-customers: retail, a:b:c, enterprise
    customer-layer.io/operations-team: customer:retail
    customer-layer.io/inheritance: sometimes
spec: { type: database, owner: accounts }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: sre
  annotations: { customer-layer.io/trained-on: last week }
spec: { type: team, children: [] }
`;

const FAULTY = `
---
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: faulty }
spec: { type: economic, stage: front-stage, tier: 9 }
---
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: unrelated }
spec: { type: economic, owner: 'a:b:c', parent: 'x/y/z' }
---
apiVersion: example.com/v1
kind: Customer
metadata: { name: foreign }
spec: { type: economic, tier: 9 }
`;

const RELATIONS = {
  'api:default/orders': ['ownedBy group:default/accounts'],
  'component:shop/web': [
    'dependsOn resource:default/db',
    'hasEconomicCustomer customer:default/retail',
    'hasEconomicCustomer customer:shop/merchants',
    'hasInternalCustomer customer:shop/staff',
    'hasInternalCustomer group:shop/accounts',
    'hasInternalCustomer user:default/grace',
    'operatedBy group:default/accounts',
    'operatedBy user:shop/grace',
    'ownedBy group:default/accounts',
  ],
  'customer:default/enterprise': [
    'economicCustomerOf resource:default/db',
    'parentOf customer:default/retail',
    'parentOf customer:shop/staff',
  ],
  'customer:default/retail': [
    'childOf customer:default/enterprise',
    'economicCustomerOf component:shop/web',
    'economicCustomerOf resource:default/db',
    'ownedBy group:default/accounts',
  ],
  'customer:shop/staff': [
    'childOf customer:default/enterprise',
    'internalCustomerOf component:shop/web',
    'ownedBy user:shop/grace',
  ],
  'group:default/accounts': [
    'hasMember user:default/grace',
    'operatorOf component:shop/web',
    'ownerOf api:default/orders',
    'ownerOf component:shop/web',
    'ownerOf customer:default/retail',
    'ownerOf resource:default/db',
  ],
  'group:default/sre': [],
  'resource:default/db': [
    'dependencyOf component:shop/web',
    'hasEconomicCustomer customer:default/enterprise',
    'hasEconomicCustomer customer:default/retail',
    'ownedBy group:default/accounts',
  ],
  'user:default/grace': [
    'internalCustomerOf component:shop/web',
    'memberOf group:default/accounts',
  ],
};

// By ref; each names the annotation, the text and what is wrong with it.
const PROBLEMS = {
  'resource:default/db': [
    'customer-layer.io/economic-customers": "a:b:c" is not an entity ref',
    'customer-layer.io/operations-team": "customer:retail" is of kind customer',
    'customer-layer.io/inheritance": "sometimes" is not one of fallback',
  ],
  'group:default/sre': [
    'customer-layer.io/trained-on": "last week" is not a date',
  ],
};

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

it('does not start with a mistake in its configuration', async () => {
  const config = mockServices.rootConfig.factory({
    data: { customerLayer: { strict: 'always' } },
  });

  await expect(
    startTestBackend({
      features: [catalogPlugin, catalogModuleCustomerLayer, config],
    }),
  ).rejects.toThrow(/app-config: customerLayer.strict: /);
});

describe.each(databases.eachSupportedId())(
  'the customer layer in a catalog on %s',
  databaseId => {
    const directory = createMockDirectory();
    let database: Knex;
    let catalog: TestCatalog;

    beforeEach(async () => {
      database = await databases.init(databaseId);
    });

    afterEach(async () => {
      await catalog.stop();
    });

    it('relates what is declared, loses only what cannot be read, and says so once', async () => {
      catalog = await TestCatalog.start({
        directory,
        database,
        yaml: PEOPLE + DELIVERABLES + FAULTY,
      });

      await catalog.eventually(async () => {
        expect(await catalog.relations()).toEqual(RELATIONS);
        expect([...catalog.errors.keys()].sort()).toEqual([
          'customer:default/faulty',
          'customer:default/foreign',
          'customer:default/unrelated',
        ]);
      });

      const [faulty] = catalog.errors.get('customer:default/faulty')!;
      expect(faulty).toContain('"customer:default/faulty"');
      expect(faulty).toContain('spec.tier is 9: must be at most 4');
      expect(faulty).toContain(
        'spec.stage is "front-stage": only an internal customer has a stage',
      );
      expect(catalog.errors.get('customer:default/unrelated')).toEqual([
        expect.stringMatching(
          /spec\.owner is "a:b:c": must be an entity ref.*spec\.parent is "x\/y\/z": must be an entity ref/,
        ),
      ]);
      expect(catalog.errors.get('customer:default/foreign')).toEqual([
        expect.stringContaining('No processor recognized'),
      ]);

      const runs = catalog.runs.get('resource:default/db')!;
      await catalog.eventually(() =>
        expect(catalog.runs.get('resource:default/db')).toBeGreaterThan(
          runs + 1,
        ),
      );
      expect([...catalog.warnings].sort()).toEqual(
        Object.entries(PROBLEMS)
          .flatMap(([ref, problems]) =>
            problems.map(problem =>
              problem.replace('":', `" of "${ref}" loses a value:`),
            ),
          )
          .sort()
          .map(warning => expect.stringContaining(warning)),
      );

      const before = catalog.warnings.length;
      catalog.write(
        PEOPLE + DELIVERABLES.replace('inheritance: sometimes', 'layer: cloud'),
      );
      await catalog.eventually(() =>
        expect(catalog.warnings.slice(before)).toEqual([
          expect.stringContaining('customer-layer.io/layer" of "resource:'),
        ]),
      );
    });

    it('refuses, when strict, an entity with problems and names them all', async () => {
      catalog = await TestCatalog.start({
        directory,
        database,
        yaml: PEOPLE + DELIVERABLES,
        customerLayer: { strict: true },
      });
      const refused = Object.keys(PROBLEMS).sort();

      await catalog.eventually(async () => {
        expect(Object.keys(await catalog.relations()).sort()).toEqual(
          Object.keys(RELATIONS).filter(ref => !refused.includes(ref)),
        );
        expect([...catalog.errors.keys()].sort()).toEqual(refused);
      });

      for (const [ref, problems] of Object.entries(PROBLEMS)) {
        expect(catalog.errors.get(ref)).toEqual([
          expect.stringMatching(`^InputError: "${ref}" is refused`),
        ]);
        for (const problem of problems) {
          expect(catalog.errors.get(ref)![0]).toContain(problem);
        }
      }
      expect(catalog.warnings).toEqual([]);
    });

    it('reads declarations from the kinds that are configured, in any case', async () => {
      catalog = await TestCatalog.start({
        directory,
        database,
        yaml: PEOPLE + DELIVERABLES,
        customerLayer: { deliverableKinds: ['GROUP', 'Resource'] },
      });

      await catalog.eventually(async () => {
        const relations = await catalog.relations();
        expect(relations['group:default/accounts']).toContain(
          'hasEconomicCustomer customer:default/enterprise',
        );
        expect(relations['resource:default/db']).toEqual(
          RELATIONS['resource:default/db'],
        );
        expect(relations['component:shop/web']).toEqual([
          'dependsOn resource:default/db',
          'ownedBy group:default/accounts',
        ]);
      });
    });
  },
);
