import {
  deliveryTo,
  EntityLayers,
  impactOf,
  layersOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { omit, pickBy } from 'lodash';
import { graphOf, NOW } from '../__testUtils__/graphOf';
import { layersOver } from '../__testUtils__/layersOver';
import { entity } from '../__testUtils__/shop';
import { everybody, somebody } from '../__testUtils__/viewers';
import { CustomerLayers } from './CustomerLayers';
import { LISTS } from '../masking/masking';
import { ListsPage, parseListsCursor } from './listsPage';
import { Viewer } from './Viewers';

jest.setTimeout(60_000);

const now = () => NOW;
const DB = 'resource:default/db';
const SHOP = 'component:default/shop';
const KIOSK = 'component:default/kiosk';
const SHOPPERS = 'customer:default/shoppers';

// A database on which nearly everything rests; and a shop that rests on all of that.
const names = Array.from(
  { length: 12_000 },
  (_, i) => `component:default/c${i}`,
);
const graph = graphOf([
  ...names.map(ref =>
    entity(ref.replace('component', 'Component'), {
      annotations: { economicCustomers: 'shoppers' },
      relations: { dependsOn: [DB], ownedBy: ['group:default/ghosts'] },
    }),
  ),
  entity('Component:default/shop', { relations: { dependsOn: names } }),
  entity('Component:default/kiosk', { relations: { dependsOn: [names[1]] } }),
  entity('Resource:default/db'),
]);
const third = (ref: string) => !/[0369]$/.test(ref);

const calls = {
  layers: (layers: CustomerLayers, page: ListsPage, viewer: Viewer) =>
    layers.layers({ entityRef: SHOP, page }, viewer),
  impact: (layers: CustomerLayers, page: ListsPage, viewer: Viewer) =>
    layers.impact({ entityRefs: [DB], page }, viewer),
  delivery: (layers: CustomerLayers, page: ListsPage, viewer: Viewer) =>
    layers.delivery({ entityRef: SHOPPERS, page }, viewer),
};
const direct = {
  layers: layersOf(graph, SHOP, { now: now() }),
  impact: impactOf(graph, [DB], { now: now() }),
  delivery: deliveryTo(graph, SHOPPERS, { now: now() }),
};

// Faster, with many entries, than a matcher that would show them.
const same = (a: unknown, b: unknown) =>
  JSON.stringify(a) === JSON.stringify(b);

type Page = Record<string, unknown> & { nextCursor?: string };

/** All pages, read to the end, each without its ids, which differ from page to page. */
async function readAll(
  ask: (page: ListsPage) => Promise<object>,
  limit: number,
): Promise<Page[]> {
  const pages: Page[] = [];
  let cursor: string | undefined;
  do {
    const page = JSON.stringify(
      await ask({
        limit,
        position: cursor ? parseListsCursor(cursor) : undefined,
      }),
    );
    pages.push(JSON.parse(page.replace(/#\d+/g, '#')));
    cursor = pages[pages.length - 1].nextCursor;
  } while (cursor);
  return pages;
}

describe.each(['layers', 'impact', 'delivery'] as const)(
  'CustomerLayers, asked for %s',
  call => {
    it('computes it bit by bit, and the same as at once', async () => {
      const layers = layersOver(graph, { limit: 100_000 });
      for (const viewer of [everybody(), somebody(() => true)]) {
        const answer = await calls[call](layers, {}, viewer);
        expect(same(answer, direct[call])).toBe(true);
      }
    });

    it.each([
      ['everything', everybody()],
      ['a part', somebody(third)],
    ])(
      'gives in pages what it would give at once, to somebody who may read %s',
      async (_, viewer) => {
        const layers = layersOver(graph, { limit: 100_000 });
        const ask = (page: ListsPage) => calls[call](layers, page, viewer);
        const [whole] = await readAll(ask, 100_000);
        const pages = await readAll(ask, 5_001);
        expect(pages).toHaveLength(3);
        expect(whole.truncated).toBe(false);
        const totals: Record<string, number> = {};
        for (const list of LISTS[call]) {
          const entries = Object(whole)[list];
          totals[list] = entries.length;
          expect(
            same(
              pages.flatMap(page => page[list]),
              entries,
            ),
          ).toBe(true);
        }
        for (const page of pages) {
          expect(page.truncated).toBe(true);
          expect(page.totals).toEqual(
            pickBy(totals, (total, list) => Object(page[list]).length < total),
          );
          const parts = [
            ...LISTS[call],
            'missing',
            'truncated',
            'totals',
            'nextCursor',
          ];
          expect(omit(page, parts)).toEqual(omit(whole, parts));
        }
      },
    );

    it('masks for one what it leaves as it is for all others', async () => {
      const layers = layersOver(graph, { limit: 100_000 });
      const before = JSON.stringify(direct[call]);
      await calls[call](layers, {}, somebody(third));
      expect(JSON.stringify(direct[call]) === before).toBe(true);
      const after = await calls[call](layers, {}, everybody());
      expect(JSON.stringify(after) === before).toBe(true);
    });

    it('gives the next page only for the same question and the same catalog', async () => {
      const layers = layersOver(graph, { limit: 5_000 });
      const first = await calls[call](layers, {}, everybody());
      const position = parseListsCursor(first.nextCursor!);
      const changed = graphOf([
        entity('Resource:default/db'),
        entity('Component:default/shop'),
        entity('Customer:default/shoppers'),
      ]);
      const elsewhere = layersOver(changed, { limit: 5_000 });
      await expect(
        calls[call](elsewhere, { position }, everybody()),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: `The catalog has changed since the page before: its revision was "${graph.revision}" and is "${changed.revision}". Begin again without a cursor`,
      });
      const others = Object.entries(calls).flatMap(([other, askOther]) =>
        other === call ? [] : [askOther],
      );
      for (const askOther of others) {
        await expect(
          askOther(layers, { position }, everybody()),
        ).rejects.toThrow(
          'The cursor belongs to another question. Give nextCursor only to the call that it came from',
        );
      }
    });

    it('never gives more than is configured', async () => {
      const layers = layersOver(graph, { limit: 7 });
      const answer: Page = {
        ...(await calls[call](layers, { limit: 8 }, everybody())),
      };
      for (const list of LISTS[call]) {
        expect(Object(answer[list]).length).toBeLessThanOrEqual(7);
      }
      expect(answer.nextCursor).toBeDefined();
      expect(answer.totals).not.toEqual({});
    });
  },
);

describe('CustomerLayers, asked for the layers of many', () => {
  const byRefs = async (
    viewer: Viewer,
    entityRefs: string[],
    { most = 100_000, limit }: { most?: number; limit?: number } = {},
  ) => {
    const items: Array<EntityLayers | undefined> = [];
    for await (const item of layersOver(graph, { limit: most }).layersByRefs(
      { entityRefs, limit },
      viewer,
    )) {
      items.push(item);
    }
    return items;
  };

  it('answers like for one, in order, and repeats', async () => {
    const [shop, nothing, again, db] = await byRefs(
      everybody(),
      [SHOP, 'api:a/b', SHOP, DB],
      { most: 10 },
    );
    expect(nothing).toBeUndefined();
    expect(shop).toEqual(
      await calls.layers(layersOver(graph, { limit: 10 }), {}, everybody()),
    );
    expect(again).toEqual(shop);
    expect(db).toMatchObject({ entityRef: DB, truncated: false });
  });

  it.each([everybody(), somebody(third)])(
    'gives as few entries of each list as are asked for',
    async viewer => {
      const [few] = await byRefs(viewer, [SHOP], { limit: 2 });
      expect(few).toEqual(
        await calls.layers(layersOver(graph), { limit: 2 }, viewer),
      );
      expect(few?.supply).toHaveLength(2);
    },
  );

  it('holds only some at a time', async () => {
    const viewer = somebody(third);
    const canRead = jest.spyOn(viewer, 'canRead');
    const items = layersOver(graph, { limit: 10 }).layersByRefs(
      { entityRefs: Array(20).fill(SHOP) },
      viewer,
    );
    await items.next();
    // Once for those asked about, once for the first of the answers.
    expect(canRead).toHaveBeenCalledTimes(2);
    await items.next();
    expect(canRead).toHaveBeenCalledTimes(3);
    await items.return(undefined);
  });

  it('masks the same ref by the same id in all of them, and no other', async () => {
    const [first, second] = names;
    const open = (ref: string) => ref !== first && ref !== second;
    const ids = (await byRefs(somebody(open), [KIOSK, DB, KIOSK])).map(
      item => JSON.stringify(item).match(/#\d+/g)?.[0],
    );
    // The kiosk rests on the second; the database serves its customer by way of the first.
    expect(ids).toEqual(['#1', '#2', '#1']);
  });
});
