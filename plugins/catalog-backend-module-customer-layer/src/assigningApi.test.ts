import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  AssignmentItem,
  assignPermission,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { range } from 'lodash';
import { OWNERS_ASSIGN } from './__testUtils__/ownersAssign';
import { TestCatalog } from './__testUtils__/TestCatalog';

// Who may do what through the API, by a real policy with conditions, and what is refused.

const component = (name: string, owner: string, metadata = '') => `
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name}${metadata} }
spec: { type: website, lifecycle: production, owner: '${owner}' }
`;

const ADA = 'user:default/ada';
const BOB = 'user:default/bob';
const GUEST = 'user:default/guest';
const WEB = 'component:default/web';
const SECRET = 'component:default/secret';

const CATALOG = `${component('web', ADA)}${component('app', BOB)}${component(
  'secret',
  ADA,
  ", labels: { confidential: 'yes' }",
)}${component(
  'filed',
  ADA,
  ', annotations: { customer-layer.io/operations-team: dba }',
)}
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: sre }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: ada }
spec: { memberOf: [sre] }
---
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: acme, labels: { confidential: 'yes' } }
spec: { type: economic }
`;

const RULES = `
rules:
  - id: apps
    where: { kind: Component }
    assign: { layer: application }
`;

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'the API for assigning of a catalog on %s',
  databaseId => {
    const directory = createMockDirectory();
    const auditor = mockServices.auditor.mock();
    const event = { success: jest.fn(), fail: jest.fn() };
    auditor.createEvent.mockResolvedValue(event);
    let database: Knex;
    let catalog: TestCatalog;

    const start = () =>
      TestCatalog.start({
        directory,
        database,
        yaml: CATALOG,
        features: [...OWNERS_ASSIGN, auditor.factory],
        otherConfig: { permission: { enabled: true } },
      });

    beforeAll(async () => {
      database = await databases.init(databaseId);
      catalog = await start();
      await catalog.has(7);
    });

    afterAll(() => catalog.stop());

    const results = async (user: string, items: AssignmentItem[]) =>
      (await catalog.as(user).assign({ items })).items.map(
        ({ result, message = '' }) => `${result}: ${message}`,
      );

    const item = (
      entityRef: string,
      declarations: AssignmentItem['declarations'] = { layer: 'data' },
    ): AssignmentItem => ({ entityRef, declarations });

    it('lets owners assign, row by row, and tells the others why not', async () => {
      const items = [
        item('Component:Web', { layer: 'data', economicCustomers: 'acme' }),
        item('component:default/app'),
        item(SECRET),
        item('component:default/nobody'),
        item('what is this\0'),
        item(ADA),
        item('component:default/web'),
        item('component:default/filed', {
          stage: 'front-stage',
          constructor: 'x',
        } as AssignmentItem['declarations']),
      ];
      const unknown = (ref: string) =>
        `refused: The catalog has no entity "${ref}" that you may read. Correct the ref, or ask for the right to read it`;
      expect(await results(ADA, items)).toEqual([
        'assigned: ',
        expect.stringContaining('refused: You may not assign anything'),
        unknown(SECRET),
        unknown('component:default/nobody'),
        unknown('what is this\0'),
        expect.stringContaining('mean nothing on the kind User'),
        expect.stringContaining('stands in this request twice'),
        expect.stringMatching(/"stage" means nothing.*"constructor" means/),
      ]);
      expect(event.success).toHaveBeenLastCalledWith({
        meta: { changeId: expect.any(String), assigned: 1, refused: 7 },
      });
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'assignment-create',
          severityLevel: 'medium',
        }),
      );
      await catalog.eventually(async () =>
        expect(await catalog.annotations(WEB)).toMatchObject({
          'economic-customers': 'acme',
          layer: 'data',
        }),
      );
      expect(await results(ADA, items.slice(0, 1))).toEqual(['unchanged: ']);
      await expect(results(GUEST, [item(WEB)])).rejects.toMatchObject({
        statusCode: 403,
        body: {
          error: {
            message: expect.stringContaining('"customer-layer.assign"'),
          },
        },
      });
      // What a screen asks before it shows the button.
      const { items: decisions } = await catalog.post(
        ADA,
        'permission/authorize',
        {
          items: [WEB, 'component:default/app'].map(resourceRef => ({
            id: resourceRef,
            permission: assignPermission,
            resourceRef,
          })),
        },
      );
      expect(decisions).toMatchObject([
        { result: 'ALLOW' },
        { result: 'DENY' },
      ]);
      expect(
        await Promise.all(
          [ADA, BOB, GUEST].map(
            async user =>
              (
                await catalog.as(user).getAssignments(WEB)
              ).mayAssign,
          ),
        ),
      ).toEqual([true, false, false]);
      // Bob may assign to something else; who may assign to nothing at all is told so beforehand.
      expect(
        await Promise.all(
          [ADA, BOB, GUEST].map(user => catalog.as(user).getAssignmentRights()),
        ),
      ).toEqual([
        { mayAssign: true },
        { mayAssign: true },
        { mayAssign: false },
      ]);
    });

    it.each<[string, string, string]>([
      ['economicCustomers', 'acme, none', 'stands beside other refs'],
      ['operationsTeam', 'customer:acme', 'only group, user can stand here'],
      ['layer', 'attic', 'is not one of'],
      ['value', '  ', 'the value is empty'],
      ['value', 'a\0b', 'all of them printable'],
      ['value', 'x'.repeat(10_001), 'at most 10000'],
    ])('refuses a faulty %s', async (key, value, message) => {
      expect(await results(ADA, [item(WEB, { [key]: value })])).toEqual([
        expect.stringMatching(`^refused: ${key}.*${message}`),
      ]);
    });

    it('says what would happen, and that a file is heard first', async () => {
      const request = {
        items: [item('component:default/filed', { operationsTeam: 'sre' })],
      };
      const before = await catalog.as(ADA).getAssignmentChanges();
      const preview = await catalog
        .as(ADA)
        .assign({ ...request, preview: true });
      expect(preview).toEqual({
        items: [
          {
            entityRef: 'component:default/filed',
            result: 'assigned',
            declarations: [
              {
                key: 'operationsTeam',
                before: { source: 'file', value: 'dba' },
                after: { source: 'file', value: 'dba' },
                inEffect: false,
              },
            ],
          },
        ],
      });
      expect(await catalog.as(ADA).getAssignmentChanges()).toEqual(before);
      expect((await catalog.as(ADA).assign(request)).items).toEqual(
        preview.items,
      );
    });

    it('shows and undoes no more than a caller may read and assign', async () => {
      // Somebody who owns all of them.
      await database('customer_layer_assignment_changes').insert({
        sequence: 1_000,
        id: '00000000-0000-0000-0000-000000000001',
        by: BOB,
        at: 0,
        reason: 'Three at once',
      });
      await database('customer_layer_assignment_items').insert(
        ['web', 'app', 'secret'].map(name => ({
          sequence: 1_000,
          entity_ref: `component:default/${name}`,
          key: 'stage',
          after: 'x',
        })),
      );
      const [shown] = (await catalog.as(ADA).getAssignmentChanges()).items;
      expect(shown).toMatchObject({ reason: 'Three at once', hiddenItems: 1 });
      expect(JSON.stringify(shown)).not.toContain('secret');
      expect(
        await catalog.as(ADA).getAssignmentChanges({ entityRef: SECRET }),
      ).toEqual({ items: [] });
      const undo = await catalog.as(ADA).undoAssignmentChange(shown.id);
      expect(undo).toMatchObject({
        hiddenItems: 1,
        items: [
          {
            entityRef: 'component:default/app',
            message: expect.stringContaining('You may not assign'),
          },
          {
            entityRef: WEB,
            message: expect.stringContaining('was changed since'),
          },
        ],
      });
      await expect(
        catalog.as(GUEST).undoAssignmentChange(shown.id),
      ).rejects.toThrow('403');
      await expect(
        catalog
          .as(ADA)
          .undoAssignmentChange('00000000-0000-0000-0000-000000000002'),
      ).rejects.toThrow('404');
      for (const ref of [SECRET, 'component:default/nobody']) {
        await expect(catalog.as(ADA).getAssignments(ref)).rejects.toThrow(
          '404',
        );
      }
    });

    it('exports what was assigned, and shows files only to who may assign', async () => {
      const entityRefs = ['Component:Web', SECRET];
      const hidden = {
        entityRef: SECRET,
        message: expect.stringContaining('The catalog has no entity'),
      };
      const of = (user: string, format: 'yaml' | 'patch') =>
        catalog.as(user).exportAssignments({ entityRefs, format });
      expect(await of(ADA, 'yaml')).toEqual({
        text: expect.stringMatching(
          /name: web\n.*annotations:\n.*economic-customers: acme\n.*layer: data\n/s,
        ),
        faults: [hidden],
      });
      expect(await of(BOB, 'patch')).toMatchObject({
        text: '',
        faults: [WEB, SECRET].map(entityRef => ({
          entityRef,
          message: expect.stringContaining('You may not assign'),
        })),
      });
      expect(await of(ADA, 'patch')).toMatchObject({
        text: expect.stringMatching(
          /^Repository: .*--- a\/catalog\.yaml.*\n\+.*economic-customers: "?acme/s,
        ),
        faults: [hidden],
      });
    });

    it('creates customers and removes them, each by itself', async () => {
      const customers = [
        { name: 'merchants', title: 'Merchants', type: 'economic', tier: 1 },
        { name: 'acme', type: 'economic' },
        { name: 'merchants', type: 'economic' },
        { name: 'no name', type: 'internal', stage: 'back-stage' },
        { name: 'staff', type: 'internal' },
        { name: 'nul', title: 'a\0', type: 'economic' },
      ] as Parameters<ReturnType<TestCatalog['as']>['createCustomers']>[0];
      await expect(
        catalog.as(GUEST).createCustomers(customers),
      ).rejects.toThrow('403');
      const { items } = await catalog.as(ADA).createCustomers(customers);
      expect(items.map(({ result, message }) => message ?? result)).toEqual([
        'created',
        expect.stringContaining('"customer:default/acme" is taken'),
        expect.stringContaining('"customer:default/merchants" is taken'),
        expect.stringContaining('no name'),
        expect.stringContaining('spec.stage is missing'),
        expect.stringContaining('no text'),
      ]);
      const ref = 'customer:default/merchants';
      const there = async () => ref in (await catalog.relations());
      await catalog.eventually(async () => expect(await there()).toBe(true));
      const exported = await catalog
        .as(ADA)
        .exportAssignments({ entityRefs: [ref], format: 'yaml' });
      expect(exported).toEqual({
        text: `apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata:
  name: merchants
  namespace: default
  title: Merchants
spec:
  type: economic
  tier: 1
`,
        faults: [],
      });
      await catalog.anotherRun();
      await catalog.stop();
      catalog = await start();
      expect(await there()).toBe(true);
      await catalog.anotherRun();
      expect(await there()).toBe(true);

      await expect(
        catalog.as(ADA).removeCustomer('customer:default/acme'),
      ).rejects.toThrow('404');
      await expect(catalog.as(GUEST).removeCustomer(ref)).rejects.toThrow(
        '403',
      );
      await catalog.as(ADA).removeCustomer(ref);
      await catalog.eventually(async () => expect(await there()).toBe(false));
    });

    it('tries rules out on what the caller may read', async () => {
      const run = await catalog.as(ADA).dryRunAssigners({ rules: RULES });
      expect(run.assigners).toMatchObject([
        { source: 'rule:apps', matches: 3, holds: 2 },
      ]);
      expect(await catalog.as(BOB).dryRunAssigners()).toMatchObject({
        assigners: [],
      });
      expect(await catalog.as(BOB).getAssigners()).toEqual({
        assigners: [],
        faults: [],
        files: [],
      });
      await expect(catalog.as(GUEST).getAssigners()).rejects.toThrow('403');
    });

    it('takes a thousand at once, and no request that does not follow the contract', async () => {
      const many = range(1_000).map(index =>
        item(`component:default/c${index}`),
      );
      expect(new Set(await results(ADA, many)).size).toBe(1_000);
      for (const body of [
        { items: [...many, item(WEB)] },
        { items: [{ entityRef: WEB, declarations: { layer: 4 } }] },
        { items: [], reason: 'x' },
        { items: [item(WEB)], reason: 'x'.repeat(1_001) },
      ]) {
        await expect(
          catalog.post(ADA, 'catalog/customer-layer/v1/assignments', body),
        ).rejects.toThrow('400');
      }
      const response = await fetch(
        `${catalog.address}/api/catalog/customer-layer/v1/assignments/changes`,
        {
          headers: { authorization: `Bearer ${mockCredentials.user.token()}` },
        },
      );
      expect(response.headers.get('cache-control')).toBe('private, no-store');
      const anonymous = await fetch(response.url, {
        headers: { authorization: mockCredentials.none.header() },
      });
      expect(anonymous.status).toBe(401);
    });
  },
);
