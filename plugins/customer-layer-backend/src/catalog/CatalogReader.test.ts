import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { entity, SHOP } from '../__testUtils__/shop';
import { CatalogReader } from './CatalogReader';

const never = new Promise<never>(() => {});

describe('CatalogReader', () => {
  const answered: Array<[string, number]> = [];
  const { signal } = new AbortController();

  const readerOf = (catalog: CatalogService, auth = mockServices.auth()) =>
    new CatalogReader({
      catalog,
      auth,
      onAnswer: (...args) => answered.push(args),
    });

  async function readAll(reader: CatalogReader, until = signal) {
    const pages = [];
    for await (const page of reader.pages(until)) {
      pages.push(page);
    }
    return pages;
  }

  beforeEach(() => {
    answered.length = 0;
  });

  it('reads all pages, of all entities no more than the graph is made of', async () => {
    const many = Array.from({ length: 501 }, (_, i) => ({
      ...entity(`Component:default/c${i}`, {
        spec: { type: 'service', lifecycle: 'production' },
      }),
      status: { items: [] },
    }));
    const pages = await readAll(readerOf(new TestCatalog(many).service));
    expect(pages.map(page => page.length)).toEqual([500, 1]);
    expect(pages[1][0]).toEqual(
      entity('Component:default/c500', { spec: { type: 'service' } }),
    );
    expect(answered).toEqual([
      ['full reading', 500],
      ['full reading', 1],
    ]);
  });

  it('reads some entities again, and says which are gone', async () => {
    const catalog = new TestCatalog(SHOP);
    const refs = Array.from(
      { length: 250 },
      (_, i) => `component:default/${i}`,
    );
    const changes = await readerOf(catalog.service).reread(
      [...refs, 'resource:default/db'],
      signal,
    );
    expect(changes).toHaveLength(251);
    expect(changes[3]).toEqual({ entityRef: 'component:default/3' });
    expect(changes[250]).toEqual({
      entityRef: 'resource:default/db',
      entity: SHOP.find(({ metadata }) => metadata.name === 'db'),
    });
    expect(answered).toEqual([
      ['rereading', 0],
      ['rereading', 1],
    ]);
  });

  it('counts without reading', async () => {
    const { service } = new TestCatalog(SHOP);
    const catalog = catalogServiceMock.mock({
      queryEntities: service.queryEntities,
    });
    expect(await readerOf(catalog).count(signal)).toBe(SHOP.length);
    expect(catalog.queryEntities).toHaveBeenCalledWith(
      { limit: 0 },
      { credentials: mockCredentials.service('plugin:test') },
    );
    expect(answered).toEqual([['pulse', 0]]);
  });

  it.each(['the first page', 'the second page', 'a token'])(
    'stops when told to while %s never comes',
    async what => {
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
      const late = AbortSignal.timeout(20);
      const error = await readAll(readerOf(catalog, auth), late).catch(
        reason => reason,
      );
      expect(error).toBe(late.reason);
    },
  );
});
