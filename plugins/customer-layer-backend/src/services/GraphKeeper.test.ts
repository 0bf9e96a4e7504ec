import { GraphBuilder } from '@missing-layer/backstage-plugin-customer-layer-common';
import { SHOP } from '../__testUtils__/shop';
import { digest } from '../building/digest';
import { GraphKeeper } from './GraphKeeper';

const NOON = Date.parse('2026-06-01T12:00:00Z');

function graphOf(size: number) {
  const builder = new GraphBuilder({ digest });
  SHOP.slice(0, size).forEach(item => builder.add(item));
  return builder.build({ builtAt: new Date(NOON).toISOString() });
}

describe('GraphKeeper', () => {
  let time = NOON;
  const seen: unknown[] = [];
  const keeper = new GraphKeeper({
    now: () => new Date(time),
    onGraph: graph => seen.push(graph),
  });

  it('has nothing to answer from at first', () => {
    expect(keeper.kept).toBeUndefined();
    expect(() => keeper.graph()).toThrow(/still being read .* Ask again/);
    expect(() => keeper.status()).toThrow(/still being read .* Ask again/);
  });

  it('answers from what it was given last', () => {
    const [one, two] = [graphOf(1), graphOf(2)];
    keeper.keep({ graph: one, sequence: 1 });
    keeper.keep({ graph: two, sequence: 2 });
    expect(keeper.graph()).toBe(two);
    expect(keeper.kept).toEqual({ graph: two, sequence: 2 });
    expect(seen).toEqual([one, two]);
  });

  it('says how old it is, and where it comes from', () => {
    const { revision, builtAt, counts } = keeper.graph();
    time = NOON + 5_000;
    expect(keeper.status()).toEqual({
      revision,
      builtAt,
      counts,
      ageSeconds: 5,
      contactSeconds: 5,
      reader: false,
      origin: 'snapshot',
    });
    keeper.noteOrigin({
      readAt: new Date(NOON + 1_000),
      contactAt: new Date(NOON + 3_000),
      reader: true,
      origin: 'catalog',
      durationMs: 700,
    });
    expect(keeper.status()).toMatchObject({
      ageSeconds: 4,
      contactSeconds: 2,
      reader: true,
      origin: 'catalog',
      durationMs: 700,
    });
    // The clock of whoever reads may be ahead of ours.
    time = NOON;
    expect(keeper.status()).toMatchObject({ ageSeconds: 0, contactSeconds: 0 });
  });
});
