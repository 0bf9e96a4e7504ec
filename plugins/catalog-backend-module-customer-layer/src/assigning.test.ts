import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { TestCatalog } from './__testUtils__/TestCatalog';

// From the API for assigning to what the catalog says, and what that survives.

const component = (name: string, annotations = '{}') => `
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name}, annotations: ${annotations} }
spec: { type: website, lifecycle: production, owner: shop-team }
`;

const SHOP = `
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: sre }
spec: { type: team, children: [] }
---
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: retail }
spec: { type: economic }
`;

const SAYS_MERCHANTS =
  '{ customer-layer.io/economic-customers: merchants, customer-layer.io/assigned: layer=portal }';

const WEB = 'component:default/web';
const ADA = 'user:default/ada';

const ASSIGNED = {
  'economic-customers': 'retail',
  'operations-team': 'sre',
  assigned: 'economic-customers=portal; operations-team=portal',
};

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'what is assigned in the portal of a catalog on %s',
  databaseId => {
    const directory = createMockDirectory();
    let database: Knex;
    let catalog: TestCatalog;

    const start = (yaml: string, customerLayer = {}) =>
      TestCatalog.start({ directory, database, yaml, customerLayer });

    const eventually = (annotations: object | undefined) =>
      catalog.eventually(async () =>
        expect(await catalog.annotations(WEB)).toEqual(annotations),
      );

    const assign = (declarations: Record<string, string | null>) =>
      catalog.as(ADA).assign({
        items: [{ entityRef: WEB, declarations }],
        reason: 'Agreed',
      });

    beforeEach(async () => {
      database = await databases.init(databaseId);
    });

    afterEach(async () => {
      await catalog.stop();
    });

    it('is there within seconds, with its relations, and outlives restarts, other files and what git says', async () => {
      catalog = await start(SHOP + component('web') + component('other'));
      await eventually({});
      // What is hinted of the start comes in the background.
      await catalog.eventually(async () =>
        expect(catalog.hints).toEqual(
          expect.arrayContaining(Object.keys(await catalog.relations())),
        ),
      );
      catalog.hints.length = 0;
      const { changeId, items } = await assign({
        economicCustomers: 'retail',
        operationsTeam: 'sre',
      });
      expect(items).toEqual([
        {
          entityRef: WEB,
          result: 'assigned',
          declarations: [
            {
              key: 'economicCustomers',
              after: { source: 'portal', value: 'retail' },
              inEffect: true,
            },
            {
              key: 'operationsTeam',
              after: { source: 'portal', value: 'sre' },
              inEffect: true,
            },
          ],
        },
      ]);
      await eventually(ASSIGNED);
      await catalog.eventually(async () => {
        expect(await catalog.relations()).toMatchObject({
          [WEB]: [
            'hasEconomicCustomer customer:default/retail',
            'operatedBy group:default/sre',
            'ownedBy group:default/shop-team',
          ],
          'customer:default/retail': [`economicCustomerOf ${WEB}`],
          'group:default/sre': [`operatorOf ${WEB}`],
        });
        // Nobody else needs to look at anything else.
        expect(catalog.hints).toEqual([WEB]);
      });

      await catalog.anotherRun();
      await eventually(ASSIGNED);

      await catalog.stop();
      catalog = await start(SHOP + component('other'));
      await catalog.delete(WEB);
      directory.addContent({ 'web.yaml': component('web') });
      const location = await catalog.register('web.yaml');
      await eventually(ASSIGNED);
      await catalog.unregister(location);
      await catalog.eventually(() =>
        expect(catalog.annotations(WEB)).rejects.toThrow('has no'),
      );
      directory.addContent({ 'renamed.yaml': component('web') });
      await catalog.register('renamed.yaml');
      await eventually(ASSIGNED);

      directory.addContent({
        'renamed.yaml': component('web', SAYS_MERCHANTS),
      });
      await eventually({
        ...ASSIGNED,
        'economic-customers': 'merchants',
        assigned: 'operations-team=portal',
      });
      expect(
        (await catalog.as(ADA).getAssignments(WEB)).declarations[0],
      ).toEqual({
        key: 'economicCustomers',
        candidates: [
          { source: 'file', value: 'merchants' },
          { source: 'portal', value: 'retail' },
        ],
      });
      directory.addContent({ 'renamed.yaml': component('web') });
      await eventually(ASSIGNED);

      await catalog.as(ADA).undoAssignmentChange(changeId!);
      await eventually({});
    });

    it('has only those entities processed to which it was assigned', async () => {
      catalog = await TestCatalog.start({
        directory,
        database,
        yaml: SHOP + component('web') + component('other'),
        processingInterval: { minutes: 10 },
      });
      // What the catalog shows it has processed.
      await catalog.has(4);
      const before = new Map(catalog.runs);
      await assign({ operationsTeam: 'sre' });
      await eventually({
        'operations-team': 'sre',
        assigned: 'operations-team=portal',
      });
      await assign({ operationsTeam: null });
      await eventually({});
      expect(catalog.runs).toEqual(before.set(WEB, before.get(WEB)! + 2));
    });

    it('is undone declaration by declaration, and an undo is undone', async () => {
      catalog = await start(SHOP + component('web'));
      await eventually({});
      const ada = catalog.as(ADA);
      await assign({ operationsTeam: 'sre' });
      const both = await assign({
        operationsTeam: 'group:default/sre',
        layer: 'data',
      });
      await assign({ layer: 'application' });

      const undo = await ada.undoAssignmentChange(both.changeId!);
      expect(undo.items).toEqual([
        {
          entityRef: WEB,
          result: 'assigned',
          declarations: [
            {
              key: 'operationsTeam',
              before: { source: 'portal', value: 'group:default/sre' },
              after: { source: 'portal', value: 'sre' },
              inEffect: true,
            },
          ],
        },
        {
          entityRef: WEB,
          result: 'refused',
          message: expect.stringContaining('layer of "component:default/web"'),
          declarations: [],
        },
      ]);
      await eventually({
        'operations-team': 'sre',
        layer: 'application',
        assigned: 'operations-team=portal; layer=portal',
      });
      expect(
        (await ada.undoAssignmentChange(both.changeId!)).items,
      ).toMatchObject([{ result: 'refused' }]);
      await ada.undoAssignmentChange(undo.changeId!);
      await eventually({
        'operations-team': 'group:default/sre',
        layer: 'application',
        assigned: 'operations-team=portal; layer=portal',
      });

      const first = await ada.getAssignmentChanges({ limit: 3 });
      const second = await ada.getAssignmentChanges({
        entityRef: WEB,
        cursor: first.nextCursor,
      });
      expect([first.items.length, second.nextCursor]).toEqual([3, undefined]);
      const [redo, undone, , assigned, oldest] = [
        ...first.items,
        ...second.items,
      ];
      expect(redo).toMatchObject({ undoes: undone.id, by: ADA });
      expect(undone).toMatchObject({
        undoes: assigned.id,
        undoneBy: redo.id,
        items: [
          {
            entityRef: WEB,
            key: 'operationsTeam',
            before: 'group:default/sre',
            after: 'sre',
          },
        ],
      });
      // What undid it was undone.
      expect(assigned).not.toHaveProperty('undoneBy');
      expect(oldest.items).toEqual([
        { entityRef: WEB, key: 'operationsTeam', after: 'sre' },
      ]);
    });

    it('stays while it can not be read, and keeps no entity out in strict mode', async () => {
      catalog = await start(SHOP + component('web'), { strict: true });
      await eventually({});
      await assign({ operationsTeam: 'sre' });
      const said = {
        'operations-team': 'sre',
        assigned: 'operations-team=portal',
      };
      await eventually(said);

      await database.schema.renameTable('customer_layer_assignments', 'away');
      await catalog.eventually(() =>
        expect(catalog.errors.get(WEB)).toEqual([
          expect.stringContaining('AssignmentProcessor'),
        ]),
      );
      await eventually(said);
      await database.schema.renameTable('away', 'customer_layer_assignments');

      // As it may come out of an alias or a rule; the portal checks what is assigned there.
      await database('customer_layer_assignments').update({
        value: 'sre, a:b:c',
      });
      await eventually({ ...said, 'operations-team': 'sre, a:b:c' });
      await catalog.eventually(() =>
        expect(catalog.warnings).toContainEqual(
          expect.stringContaining(`"${WEB}", which portal assigns, loses`),
        ),
      );
      catalog.write(
        SHOP + component('web', '{ customer-layer.io/operations-team: a:b:c }'),
      );
      await catalog.eventually(() =>
        expect(catalog.errors.get(WEB)).toEqual([
          expect.stringContaining('customerLayer.strict'),
        ]),
      );
    });
  },
);
