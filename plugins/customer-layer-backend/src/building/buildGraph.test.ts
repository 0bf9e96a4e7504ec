import { Worker } from 'node:worker_threads';
import { Entity } from '@backstage/catalog-model';
import {
  CustomerGraph,
  decodeGraph,
  DEFAULT_DERIVATION_RULES,
  GraphBuilder,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { entity, SHOP } from '../__testUtils__/shop';
import { untilAborted } from '../catalog/untilAborted';
import { buildGraph } from './buildGraph';
import { digest } from './digest';

const builtAt = '2026-06-01T00:00:00.000Z';

async function* pagesOf(...pages: Array<readonly Entity[]>) {
  yield* pages;
}

const build = (
  pages: AsyncIterable<readonly Entity[]>,
  options: { signal?: AbortSignal; rules?: object } = {},
) =>
  buildGraph({
    pages,
    rules: { ...DEFAULT_DERIVATION_RULES, ...options.rules },
    builtAt,
    signal: options.signal ?? new AbortController().signal,
  });

function builtHere(entities: readonly Entity[]): CustomerGraph {
  const builder = new GraphBuilder({ digest });
  entities.forEach(item => builder.add(item));
  return builder.build({ builtAt });
}

describe('buildGraph', () => {
  const told = jest.spyOn(Worker.prototype, 'postMessage');
  const running = () =>
    (told.mock.contexts as Worker[]).filter(({ threadId }) => threadId !== -1);

  beforeEach(() => told.mockClear());

  it('builds in a thread what would be built here', async () => {
    const bytes = await build(pagesOf(SHOP.slice(0, 5), [], SHOP.slice(5)));
    const graph = decodeGraph(bytes);
    const expected = builtHere(SHOP);
    expect(graph.stamp).toEqual(expected.stamp);
    expect(graph.counts).toEqual(expected.counts);
    expect(graph.rules).toEqual(DEFAULT_DERIVATION_RULES);

    const assumingNobody = await build(pagesOf(SHOP), {
      rules: { assumeOwner: false },
    });
    expect(decodeGraph(assumingNobody).rules.assumeOwner).toBe(false);
    expect(told).toHaveBeenCalled();
    expect(running()).toEqual([]);
  });

  it('hands pages over bit by bit, and no more than two of them ahead of the thread', async () => {
    const page = Array.from({ length: 500 }, (_, i) =>
      entity(`Component:default/c${i}`),
    );
    const counts = { read: 0, bitsTaken: 0 };
    const bitsAhead: number[] = [];
    const count = ({ type }: { type: string }) => {
      counts.bitsTaken += type === 'taken' ? 1 : 0;
    };
    async function* pages() {
      while (counts.read < 30) {
        if (counts.read === 1) {
          running()[0].on('message', count);
        }
        bitsAhead.push(counts.read++ * 5 - counts.bitsTaken);
        yield page;
      }
    }
    await build(pages());
    expect(Math.max(...bitsAhead)).toBeLessThan(10);
    expect(counts).toEqual({ read: 30, bitsTaken: 150 });
  });

  it('hands over alone what has thousands of relations', async () => {
    const relations = Array.from({ length: 2000 }, (_, i) => ({
      type: 'dependencyOf',
      targetRef: `component:default/c${i}`,
    }));
    const hub = (name: string) => ({
      ...entity(`Resource:default/${name}`),
      relations,
    });
    const page = [...SHOP, hub('a'), hub('b'), ...SHOP.slice(0, 1)];
    const graph = decodeGraph(await build(pagesOf(page)));
    expect(graph.revision).toBe(builtHere(page).revision);
    expect(told.mock.calls.map(([{ entities }]) => entities?.length)).toEqual([
      SHOP.length + 1,
      1,
      1,
      undefined,
    ]);
  });

  it('says why the thread failed, and stops reading', async () => {
    let read = 0;
    async function* pages() {
      for (;;) {
        read++;
        // Nothing that a catalog gives out: an entity without metadata.
        yield [{ apiVersion: 'v1', kind: 'Component' } as Entity];
      }
    }
    await expect(build(pages())).rejects.toThrow(
      /The worker thread that builds the graph failed; caused by TypeError: .*metadata|namespace|name/,
    );
    expect(read).toBeLessThanOrEqual(10);
    expect(running()).toEqual([]);
  });

  it.each([
    ['before it begins', () => AbortSignal.abort(new Error('Late'))],
    ['while it reads', () => AbortSignal.timeout(50)],
  ])('ends when told to %s', async (_, tell) => {
    const signal = tell();
    async function* pages() {
      yield SHOP;
      // As a reading of the catalog does.
      await untilAborted(new Promise(() => {}), signal);
    }
    const error = await build(pages(), { signal }).catch(reason => reason);
    expect(error).toBe(signal.reason);
    expect(running()).toEqual([]);
  });

  it('hands on what the catalog says', async () => {
    async function* pages() {
      yield SHOP;
      throw new Error('The catalog is down');
    }
    await expect(build(pages())).rejects.toThrow('The catalog is down');
    expect(running()).toEqual([]);
  });
});
