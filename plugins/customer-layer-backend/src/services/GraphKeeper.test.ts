import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  CustomerGraph,
  DEFAULT_DERIVATION_RULES,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { createDeferred } from '@backstage/types';
import { SHOP, entity } from '../__testUtils__/shop';
import { GraphKeeper, RefreshOutcome } from './GraphKeeper';
import { readGraph } from './readGraph';

const read = (
  entities = SHOP,
  previous?: CustomerGraph,
): Promise<CustomerGraph> =>
  readGraph({
    catalog: catalogServiceMock({ entities: [...entities] }),
    auth: mockServices.auth(),
    rules: DEFAULT_DERIVATION_RULES,
    previous,
    now: new Date('2026-06-01T00:00:00Z'),
    signal: new AbortController().signal,
  });

describe('readGraph', () => {
  it('gives equal catalogs the same revision, whatever the order of reading', async () => {
    const { revision } = await read();
    const turned = [...SHOP].reverse().map(item => ({
      ...Object.fromEntries(Object.entries(item).reverse()),
      ...{ apiVersion: item.apiVersion, kind: item.kind },
      metadata: item.metadata,
      relations: [...(item.relations ?? [])].reverse(),
    }));
    expect((await read(turned)).revision).toBe(revision);
    // What the graph is not made of doesn't count.
    const described = SHOP.map(item => ({
      ...item,
      metadata: { ...item.metadata, description: 'New' },
    }));
    expect((await read(described)).revision).toBe(revision);
  });

  it.each([
    ['an entity more', [...SHOP, entity('Group:default/new')]],
    ['an entity less', SHOP.slice(1)],
    [
      'a relation less',
      SHOP.map(item => ({ ...item, relations: item.relations?.slice(1) })),
    ],
  ])('gives another revision to %s', async (_, entities) => {
    expect((await read(entities)).revision).not.toBe((await read()).revision);
  });

  it('returns the previous graph while nothing changes', async () => {
    const graph = await read();
    expect(await read(SHOP, graph)).toBe(graph);
    expect(await read(SHOP.slice(1), graph)).not.toBe(graph);
  });

  it('counts an entity once when pages overlap, and stops when told to', async () => {
    const whole = catalogServiceMock({ entities: [...SHOP] });
    const catalog = catalogServiceMock.mock({
      async *streamEntities(request) {
        yield* whole.streamEntities(request);
        yield* whole.streamEntities(request);
      },
    });
    const auth = mockServices.auth();
    const options = {
      catalog,
      auth,
      rules: DEFAULT_DERIVATION_RULES,
      previous: undefined,
      now: new Date(),
      signal: new AbortController().signal,
    };
    expect((await readGraph(options)).revision).toBe((await read()).revision);
    await expect(
      readGraph({ ...options, signal: AbortSignal.abort(new Error('Late')) }),
    ).rejects.toThrow('Late');
  });

  it.each(['the first page', 'the second page', 'a token'])(
    'stops when told to while %s never comes',
    async what => {
      const never = new Promise<never>(() => {});
      const auth = mockServices.auth.mock({
        getOwnServiceCredentials: async () =>
          what === 'a token' ? never : mockCredentials.service(),
      });
      const catalog = catalogServiceMock.mock({
        async *streamEntities() {
          if (what === 'the second page') {
            yield [...SHOP];
          }
          await never;
        },
      });
      const controller = new AbortController();
      const reading = readGraph({
        catalog,
        auth,
        rules: DEFAULT_DERIVATION_RULES,
        previous: undefined,
        now: new Date(),
        signal: controller.signal,
      });
      setTimeout(() => controller.abort(new Error('Late')), 20);
      await expect(reading).rejects.toThrow('Late');
    },
  );
});

describe('GraphKeeper', () => {
  const logger = mockServices.logger.mock();
  const refreshed: RefreshOutcome[] = [];
  let time = 0;
  let next: () => Promise<CustomerGraph>;
  let keeper: GraphKeeper;

  beforeEach(() => {
    jest.clearAllMocks();
    refreshed.length = 0;
    time = Date.parse('2026-06-01T00:00:00Z');
    keeper = new GraphKeeper({
      read: () => next(),
      timeoutMs: 100,
      logger,
      now: () => new Date(time),
      onRefresh: outcome => refreshed.push(outcome),
    });
  });

  it('has nothing to answer from before the first reading', () => {
    expect(keeper.ready).toBe(false);
    expect(() => keeper.graph()).toThrow(/still being read .* Ask again/);
    expect(() => keeper.status()).toThrow(/still being read .* Ask again/);
  });

  it('tells by its age how old answers can be', async () => {
    const graph = await read();
    next = async () => {
      time += 2000;
      return graph;
    };
    expect(await keeper.refresh()).toBe('changed');
    // The reading began two seconds ago, and what it saw may be as old.
    expect(keeper.status()).toMatchObject({ durationMs: 2000, ageSeconds: 2 });

    time += 60_000;
    expect(keeper.status().ageSeconds).toBe(62);
    expect(await keeper.refresh()).toBe('unchanged');
    expect(keeper.status()).toMatchObject({
      builtAt: graph.builtAt,
      ageSeconds: 2,
    });
    expect(refreshed).toEqual(['changed', 'unchanged']);
  });

  it('keeps the last good graph when the catalog can not be read', async () => {
    const graph = await read();
    next = async () => graph;
    await keeper.refresh();
    next = async () => {
      throw new Error('The catalog is down');
    };
    time += 60_000;
    expect(await keeper.refresh()).toBe('failed');
    expect(keeper.graph()).toBe(graph);
    expect(keeper.status().ageSeconds).toBe(60);
    expect(refreshed).toEqual(['changed', 'failed']);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining(graph.builtAt),
      expect.objectContaining({ message: 'The catalog is down' }),
    );
  });

  it('never reads twice at a time', async () => {
    const graph = await read();
    const deferred = createDeferred<CustomerGraph>();
    let readings = 0;
    next = () => {
      readings++;
      return deferred;
    };
    const both = Promise.all([keeper.refresh(), keeper.refresh()]);
    deferred.resolve(graph);
    expect(await both).toEqual(['changed', 'changed']);
    expect(readings).toBe(1);
    await keeper.refresh();
    expect(readings).toBe(2);
  });

  it('tries until there is a first graph, or until it is told to stop', async () => {
    const graph = await read();
    let failures = 1;
    next = async () => {
      if (failures-- > 0) {
        throw new Error('Not yet');
      }
      return graph;
    };
    await keeper.start(new AbortController().signal);
    expect(logger.error).not.toHaveBeenCalled();
    expect(refreshed).toEqual(['failed', 'changed']);

    const other = new GraphKeeper({
      read: async () => {
        throw new Error('Never');
      },
      timeoutMs: 100,
      logger,
      now: () => new Date(time),
    });
    const controller = new AbortController();
    const stopped = other.start(controller.signal);
    setTimeout(() => controller.abort(), 20);
    await stopped;
    expect(other.ready).toBe(false);
  });

  it('gives up a reading that never ends, and reads again', async () => {
    const graph = await read();
    next = () => new Promise(() => {});
    expect(await keeper.refresh()).toBe('failed');
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining("can't be read yet"),
      expect.objectContaining({ name: 'TimeoutError' }),
    );
    next = async () => graph;
    expect(await keeper.refresh()).toBe('changed');
    expect(refreshed).toEqual(['failed', 'changed']);
  });

  it('ends a reading with its signal, and only the waiting of somebody who joined', async () => {
    const graph = await read();
    const deferred = createDeferred<CustomerGraph>();
    next = () => deferred;
    const first = keeper.refresh();
    expect(await keeper.refresh(AbortSignal.abort())).toBe('failed');
    deferred.resolve(graph);
    expect(await first).toBe('changed');

    next = () => new Promise(() => {});
    const controller = new AbortController();
    const second = keeper.refresh(controller.signal);
    controller.abort();
    expect(await second).toBe('failed');
    expect(refreshed).toEqual(['changed', 'failed']);
  });

  it('does not fail when nobody can be told of a refresh', async () => {
    const graph = await read();
    const untold = new GraphKeeper({
      read: async () => graph,
      timeoutMs: 100,
      logger,
      now: () => new Date(time),
      onRefresh: () => {
        throw new Error('No metrics');
      },
    });
    await untold.start(new AbortController().signal);
    expect(untold.graph()).toBe(graph);
    expect(await untold.refresh()).toBe('unchanged');
  });
});
