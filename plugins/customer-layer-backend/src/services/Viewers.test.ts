import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { graphOf } from '../__testUtils__/graphOf';
import { entity } from '../__testUtils__/shop';
import { turn } from '../__testUtils__/viewers';
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

const graph = graphOf(entities);

const credentials = mockCredentials.user('user:default/grace');

const catalog = catalogServiceMock.mock();

const logger = mockServices.logger.mock();

const viewerWith = (
  decision: Awaited<
    ReturnType<
      ReturnType<typeof mockServices.permissions.mock>['authorizeConditional']
    >
  >[number],
  signal?: AbortSignal,
) =>
  new Viewers({
    catalog,
    permissions: mockServices.permissions.mock({
      authorizeConditional: async () => [decision],
    }),
    logger,
  }).viewerOf(credentials, turn(signal));

const conditional = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { rule: 'X', resourceType: 'catalog-entity', params: {} },
} as const;

describe('Viewers', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    catalog.getEntitiesByRefs.mockImplementation(async ({ entityRefs }) => ({
      items: entityRefs.map(ref =>
        ref.endsWith('0') || ref.endsWith('web')
          ? entity(ref.replace('group', 'Group'))
          : undefined,
      ),
    }));
  });

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
    const viewer = await viewerWith(conditional);
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
    // Nothing is asked twice, and what was never asked about can't be read.
    const again = await viewer.canRead(graph, [...refs, ghost]);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(4);
    expect([again(refs[0]), again(refs[1]), again(ghost)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(again('component:default/many0')).toBe(false);
  });

  it.each([
    ['nobody, when one of the answer can be read', 'many', ['many0'], [1]],
    ['until the first can be read', 'many', [], [250]],
    ['all, when none can be read', 'nobody', [], [250, 250, 100]],
  ])(
    'asks for those who name what does not exist: %s',
    async (_, customer, others, requests) => {
      const viewer = await viewerWith(conditional);
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

  it('tells the log, and not the caller, why the catalog does not answer', async () => {
    const viewer = await viewerWith(conditional);
    const error = new Error('group:default/c7 is broken');
    catalog.getEntitiesByRefs.mockRejectedValueOnce(error);
    const failed = await viewer
      .canRead(graph, ['group:default/c0'])
      .catch(reason => reason);
    expect(failed).toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(/^The catalog does not say what you may/),
      cause: undefined,
    });
    expect(failed.message).not.toContain('c7');
    expect(logger.warn).toHaveBeenCalledWith(expect.any(String), error);
  });

  it('asks nothing more once nobody waits for the answer', async () => {
    const controller = new AbortController();
    const viewer = await viewerWith(conditional, controller.signal);
    const refs = entities.map(one => stringifyEntityRef(one));
    catalog.getEntitiesByRefs.mockImplementation(() => new Promise(() => {}));
    const reading = viewer.canRead(graph, refs);
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(4);
    const reason = new Error('gone');
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(4);
  });
});
