import { turn } from './__testUtils__/viewers';
import { jsonPieces } from './jsonPieces';

async function piecesOf(answer: object, signal?: AbortSignal) {
  const pieces: string[] = [];
  for await (const piece of jsonPieces(answer, turn(signal))) {
    pieces.push(piece);
  }
  return pieces;
}

async function* made<T>(items: T[]): AsyncGenerator<T> {
  yield* items;
}

const entry = (name: string) => ({
  ref: `component:default/${name}`,
  title: '"→\u2028',
  absent: undefined,
  path: [],
});

describe('jsonPieces', () => {
  it.each<[object, object]>([
    [{}, {}],
    [{ a: undefined }, {}],
    [
      { a: 1, b: undefined, c: 'x', d: [], e: {} },
      { a: 1, c: 'x', d: [], e: {} },
    ],
    [
      { lists: [entry('a'), entry('b')], refs: ['a', 'b'] },
      { lists: [entry('a'), entry('b')], refs: ['a', 'b'] },
    ],
    [
      { many: Array.from({ length: 120 }, (_, i) => entry(`${i}`)) },
      { many: Array.from({ length: 120 }, (_, i) => entry(`${i}`)) },
    ],
    [{ lists: [[], undefined, [1]] }, { lists: [[], undefined, [1]] }],
    [{ items: made([]) }, { items: [] }],
    [
      { items: made([null, undefined, entry('a'), {}]), rest: true },
      { items: [null, undefined, entry('a'), {}], rest: true },
    ],
  ])('prints %p as JSON would', async (answer, same) => {
    expect((await piecesOf(answer)).join('')).toBe(JSON.stringify(same));
  });

  it('prints much in pieces of about 512 kB, some entries at a time', async () => {
    const list = Array.from({ length: 30_000 }, (_, i) => entry(`${i}`));
    const pieces = await piecesOf({ items: made([{ list }, { list }]) });
    expect(pieces.join('')).toBe(
      JSON.stringify({ items: [{ list }, { list }] }),
    );
    expect(pieces.length).toBeGreaterThan(5);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThan(520 * 1024);
    }
  });

  it('makes no more of a list than is taken of it', async () => {
    let count = 0;
    async function* endless() {
      for (;;) {
        count++;
        yield entry('x'.repeat(10_000));
      }
    }
    const pieces = jsonPieces({ items: endless() }, turn());
    await pieces.next();
    expect(count).toBe(53);
    await pieces.return(undefined);
  });

  it('stops when nobody waits for the answer', async () => {
    const list = Array.from({ length: 30_000 }, (_, i) => entry(`${i}`));
    const controller = new AbortController();
    const pieces = jsonPieces({ list }, turn(controller.signal));
    await pieces.next();
    controller.abort(new Error('gone'));
    await expect(pieces.next()).rejects.toThrow('gone');
  });
});
