import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { GraphBuilder } from '@missing-layer/backstage-plugin-customer-layer-common';
import { entity } from '../__testUtils__/shop';
import { Viewers } from './Viewers';

const names = Array.from({ length: 600 }, (_, index) => `c${index}`);
const web = entity('Component:default/web', {
  annotations: { economicCustomers: 'ghost' },
});
const naming = (customer: string) => ({
  annotations: { economicCustomers: customer },
});
const named = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    entity(`Component:default/${prefix}${1000 + index}x`, naming(prefix)),
  );
const entities = [
  web,
  ...names.map(name => entity(`Group:default/${name}`)),
  // In order of refs, the first can be read.
  entity('Component:default/many0', naming('many')),
  ...named('many', 900),
  ...named('nobody', 600),
];
const ghost = 'customer:default/ghost';

const builder = new GraphBuilder();
entities.forEach(item => builder.add(item));
const graph = builder.build({ revision: 'r', builtAt: '2026-06-01T00:00:00Z' });

const credentials = mockCredentials.user('user:default/grace');

const catalog = catalogServiceMock.mock({
  getEntitiesByRefs: async ({ entityRefs }) => ({
    items: entityRefs.map(ref =>
      ref.endsWith('0') || ref.endsWith('web')
        ? entity(ref.replace('group', 'Group'))
        : undefined,
    ),
  }),
});

const viewerWith = (
  decision: Awaited<
    ReturnType<
      ReturnType<typeof mockServices.permissions.mock>['authorizeConditional']
    >
  >[number],
) =>
  new Viewers({
    catalog,
    permissions: mockServices.permissions.mock({
      authorizeConditional: async () => [decision],
    }),
  }).viewerOf(credentials);

describe('Viewers', () => {
  beforeEach(() => jest.clearAllMocks());

  it.each([
    [AuthorizeResult.ALLOW, false, true],
    [AuthorizeResult.DENY, true, false],
  ] as const)(
    'asks the catalog nothing on %s',
    async (result, limited, can) => {
      const viewer = await viewerWith({ result });
      expect(viewer.limited).toBe(limited);
      const canRead = await viewer.canRead(graph, ['group:default/c0', ghost]);
      expect([canRead('group:default/c0'), canRead(ghost)]).toEqual([can, can]);
      expect(catalog.getEntitiesByRefs).not.toHaveBeenCalled();
    },
  );

  it('asks the catalog in batches, as the caller', async () => {
    const viewer = await viewerWith({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: { rule: 'X', resourceType: 'catalog-entity', params: {} },
    });
    const refs = names.map(name => `group:default/${name}`);
    const canRead = await viewer.canRead(graph, [...refs, ghost, 'a:b/c']);

    expect(
      catalog.getEntitiesByRefs.mock.calls.map(([request, options]) => [
        request.entityRefs.length,
        options,
      ]),
    ).toEqual([
      [250, { credentials }],
      [250, { credentials }],
      [100, { credentials }],
      [1, { credentials }],
    ]);
    expect(refs.filter(canRead)).toHaveLength(60);
    // Not in the catalog, but spelled out by what can be read; and no ref of the graph at all.
    expect([canRead(ghost), canRead('a:b/c')]).toEqual([true, true]);
    // Not asked about.
    const other = await viewer.canRead(graph, []);
    expect([other('group:default/c0'), other(ghost)]).toEqual([false, false]);
  });

  it.each([
    ['nobody, when one of the answer can be read', 'many', ['many0'], [1]],
    ['until the first can be read', 'many', [], [250]],
    ['all, when none can be read', 'nobody', [], [250, 250, 100]],
  ])(
    'asks for those who name what does not exist: %s',
    async (_, customer, others, requests) => {
      const viewer = await viewerWith({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: { rule: 'X', resourceType: 'catalog-entity', params: {} },
      });
      const ref = `customer:default/${customer}`;
      const canRead = await viewer.canRead(graph, [
        ref,
        ...others.map(name => `component:default/${name}`),
      ]);
      expect(canRead(ref)).toBe(customer === 'many');
      expect(
        catalog.getEntitiesByRefs.mock.calls.map(
          ([{ entityRefs }]) => entityRefs.length,
        ),
      ).toEqual(requests);
    },
  );
});
