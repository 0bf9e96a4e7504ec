import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { GraphBuilder } from '@missing-layer/backstage-plugin-customer-layer-common';
import { entity } from '../__testUtils__/shop';
import { CustomerLayers } from './CustomerLayers';
import { GraphKeeper } from './GraphKeeper';
import { RefusedCustomers } from './RefusedCustomers';

const now = () => new Date('2026-06-01T00:00:00Z');
const everybody = { limited: false, canRead: async () => () => true };
const somebody = { limited: true, canRead: async () => () => true };
const DB = 'resource:default/db';

async function layersOver(entities: Entity[], limit = 10_000) {
  const builder = new GraphBuilder();
  entities.forEach(item => builder.add(item));
  const graph = builder.build({
    revision: 'r',
    builtAt: now().toISOString(),
  });
  const keeper = new GraphKeeper({
    read: async () => graph,
    timeoutMs: 1000,
    logger: mockServices.logger.mock(),
    now,
  });
  await keeper.refresh();
  const refused = new RefusedCustomers();
  return new CustomerLayers({ keeper, refused, limit, now });
}

describe('CustomerLayers', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([
    { refs: 1, limit: 10_000, entries: 500 },
    { refs: 250, limit: 10_000, entries: 400 },
    { refs: 1000, limit: 10_000, entries: 100 },
    { refs: 1000, limit: 7, entries: 7 },
  ])(
    'with $refs refs and a limit of $limit, cuts lists of 500 at $entries',
    async ({ refs, limit, entries }) => {
      const dependencies = Array.from({ length: 500 }, (_, i) => `c${i}`);
      const layers = await layersOver(
        [
          ...dependencies.map(name => entity(`Component:default/${name}`)),
          entity('Resource:default/db', {
            relations: {
              dependsOn: dependencies.map(name => `component:default/${name}`),
            },
          }),
        ],
        limit,
      );
      const items = await layers.layersByRefs(Array(refs).fill(DB), everybody);
      expect(items).toHaveLength(refs);
      expect(items.every(item => item?.supply.length === entries)).toBe(true);
      expect(items[0]?.truncated).toBe(entries < 500);
    },
  );

  it.each([everybody, somebody])(
    'lets others come first after every 10 ms of work, limited: $limited',
    async viewer => {
      const layers = await layersOver([entity('Resource:default/db')]);
      const turnsOf = async (msPerLook: number) => {
        let time = 0;
        jest
          .spyOn(performance, 'now')
          .mockImplementation(() => (time += msPerLook));
        let turns = 0;
        let done = false;
        const count = () => {
          if (!done) {
            turns++;
            setImmediate(count);
          }
        };
        setImmediate(count);
        await layers.layersByRefs([DB, DB, DB], viewer);
        done = true;
        return turns;
      };
      expect(await turnsOf(1)).toBe(0);
      expect(await turnsOf(10)).toBeGreaterThanOrEqual(viewer.limited ? 5 : 2);
    },
  );
});
