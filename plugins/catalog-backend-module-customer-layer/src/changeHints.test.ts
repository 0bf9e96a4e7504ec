import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { Knex } from 'knex';
import { TestCatalog } from './__testUtils__/TestCatalog';

// From YAML in a file to events.

const DB = `
---
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata:
  name: db
  annotations: { customer-layer.io/slo: https://example.com/slo }
spec: { type: database, owner: dba }
`;

const SHOP = `
---
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: Shoppers }
spec: { type: economic }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: dba }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: grace }
spec: { memberOf: [dba] }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: web, namespace: shop }
spec: { type: website, lifecycle: production, owner: dba, dependsOn: ['resource:default/db'] }
${DB}`;

const REFS = [
  'component:shop/web',
  'customer:default/shoppers',
  'group:default/dba',
  'resource:default/db',
  'user:default/grace',
];

// The file itself, which is a Location with a name that the catalog makes up, is hinted as well.
const inFile = (refs: string[]) =>
  refs.filter(ref => !ref.startsWith('location:')).sort();

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('change hints on %s', databaseId => {
  const directory = createMockDirectory();
  let database: Knex;
  let catalog: TestCatalog;

  const start = async (
    options: Partial<Parameters<typeof TestCatalog.start>[0]> = {},
  ) => {
    catalog = await TestCatalog.start({
      directory,
      database,
      yaml: SHOP,
      ...options,
    });
  };

  beforeEach(async () => {
    database = await databases.init(databaseId);
  });

  afterEach(async () => {
    await catalog.stop();
  });

  it('come once for each change, and for nothing else', async () => {
    await start();
    await catalog.eventually(() => expect(inFile(catalog.hints)).toEqual(REFS));
    expect(catalog.hints).toHaveLength(REFS.length + 1);

    await catalog.anotherRun();
    expect(catalog.hints).toHaveLength(REFS.length + 1);

    const changed = SHOP.replace('com/slo', 'com/other');
    catalog.write(changed);
    await catalog.eventually(() =>
      expect(catalog.hints.slice(REFS.length + 1)).toEqual([
        'resource:default/db',
      ]),
    );
    await catalog.anotherRun();
    expect(catalog.hints).toHaveLength(REFS.length + 2);

    await catalog.stop();
    await start({ yaml: changed });
    await catalog.eventually(() =>
      expect(inFile([...catalog.runs.keys()])).toEqual(REFS),
    );
    await catalog.anotherRun();
    catalog.write(changed.replace(/---[^-]*Resource[^]*/, ''));
    await catalog.eventually(async () => {
      const db = (await catalog.entities()).find(
        ({ kind }) => kind === 'Resource',
      );
      expect(db?.metadata.annotations).toHaveProperty(['backstage.io/orphan']);
    });
    await catalog.delete('resource:default/db');
    await catalog.anotherRun();
    expect(
      (await catalog.entities()).map(entity => stringifyEntityRef(entity)),
    ).not.toContain('resource:default/db');
    expect(catalog.hints).toEqual([]);
  });

  it('keep no entity out of the catalog when they fail', async () => {
    let published = 0;
    await start({
      events: createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          subscribe: async () => {},
          publish: async () => {
            published++;
            throw new Error('no connection');
          },
        }),
      }),
    });
    await catalog.eventually(async () => {
      expect(Object.keys(await catalog.relations()).sort()).toEqual(REFS);
      expect(published).toBeGreaterThan(1);
    });
    expect(catalog.warnings).toEqual([
      expect.stringMatching(/could not be told that \d entities have changed/),
    ]);
  });
});
