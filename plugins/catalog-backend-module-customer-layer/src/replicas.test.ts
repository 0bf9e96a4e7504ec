import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AssignmentChange } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { range } from 'lodash';
import { TestCatalog } from './__testUtils__/TestCatalog';

// Two replicas of a catalog that share a database, and both assign and process.

const YAML = range(12)
  .map(
    index => `
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: c${index} }
spec: { type: website, lifecycle: production, owner: shop-team }
`,
  )
  .join('');

const WEB = 'component:default/c0';
const USER = 'user:default/ada';

jest.setTimeout(120_000);

// Only PostgreSQL is shared by replicas.
const databases = TestDatabases.create({ ids: ['POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'two replicas of a catalog on %s',
  databaseId => {
    const directory = createMockDirectory();
    let database: Knex;
    let one: TestCatalog;
    let other: TestCatalog;

    beforeAll(async () => {
      database = await databases.init(databaseId);
      const start = () =>
        TestCatalog.start({ directory, database, yaml: YAML });
      // One after the other: the catalog's own migrations fail where two begin at once.
      one = await start();
      other = await start();
      await one.has(12);
    });

    afterAll(async () => {
      await one.stop();
      await other.stop();
    });

    const assign = (
      replica: TestCatalog,
      layer: string | null,
      entityRef = WEB,
    ) =>
      replica
        .as(USER)
        .assign({ items: [{ entityRef, declarations: { layer } }] });

    it('agree on what is assigned, whichever of them was asked, and do not waver', async () => {
      const runs = () => (one.runs.get(WEB) ?? 0) + (other.runs.get(WEB) ?? 0);
      for (const [index, layer] of ['data', 'runtime', 'network'].entries()) {
        const [asked, next] = index % 2 ? [other, one] : [one, other];
        await assign(asked, layer);
        await next.eventually(async () =>
          expect(await next.annotations(WEB)).toMatchObject({ layer }),
        );
        const before = runs();
        while (runs() < before + 6) {
          expect(await next.annotations(WEB)).toMatchObject({ layer });
          await new Promise(resolve => setTimeout(resolve, 50));
        }
      }
      expect(one.runs.get(WEB)).toBeGreaterThan(0);
      expect(other.runs.get(WEB)).toBeGreaterThan(0);
    });

    it('lose nothing when both write the same at the same moment', async () => {
      const refs = range(12).map(index => `component:default/c${index}`);
      await Promise.all(
        range(10).flatMap(round =>
          [one, other].map((replica, which) =>
            replica.as(USER).assign({
              // In opposite order, as it would take for a deadlock.
              items: (which ? refs : [...refs].reverse()).map(entityRef => ({
                entityRef,
                declarations: { value: `Round ${round} of ${which}` },
              })),
            }),
          ),
        ),
      );
      const changes: AssignmentChange[] = [];
      let cursor: string | undefined;
      do {
        const page = await one
          .as(USER)
          .getAssignmentChanges({ cursor, limit: 7 });
        changes.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      const said: Record<string, string | undefined> = {};
      const values = changes
        .reverse()
        .flatMap(({ items }) => items.filter(({ key }) => key === 'value'));
      for (const { entityRef, before, after } of values) {
        expect(before).toBe(said[entityRef]);
        said[entityRef] = after;
      }
      expect(
        changes.filter(({ items }) => items[0].key === 'value'),
      ).toHaveLength(20);
      const shows = (ref: string) =>
        one.eventually(async () =>
          expect(await one.annotations(ref)).toMatchObject({
            value: said[ref],
          }),
        );
      for (const ref of refs) {
        const { portal } = await other.as(USER).getAssignments(ref);
        expect(portal.find(({ key }) => key === 'value')?.value).toBe(
          said[ref],
        );
        await shows(ref);
      }
    });

    it('have the customers that either of them creates, also while another starts', async () => {
      const names = range(8).map(index => `customer-${index}`);
      const create = (replica: TestCatalog, name: string) =>
        replica.as(USER).createCustomers([{ name, type: 'economic' }]);
      const [third] = await Promise.all([
        TestCatalog.start({ directory, database, yaml: YAML }),
        ...names.map((name, index) => create(index % 2 ? one : other, name)),
      ]);
      // The same name at both: one of them is told that it is taken.
      const twice = await Promise.all([create(one, 'x'), create(other, 'x')]);
      expect(twice.map(({ items }) => items[0].result).sort()).toEqual([
        'created',
        'refused',
      ]);
      await third.eventually(async () =>
        expect(Object.keys(await third.relations())).toEqual(
          expect.arrayContaining(
            [...names, 'x'].map(name => `customer:default/${name}`),
          ),
        ),
      );
      await third.stop();
    });
  },
);
