import { Origin, isPathWorthShowing, originOf } from './origin';

describe('originOf', () => {
  it.each<[Origin['source'], string[], string[], number]>([
    ['declared', ['e'], [], 0],
    ['inherited', ['e', 'k'], ['k'], 0],
    ['inherited', ['e', 'k', 'd'], ['d'], 0],
    ['derived', ['e', 'x'], ['x'], 0],
    ['derived', ['e', 'x', 'y'], ['x', 'y'], 0],
    ['derived', ['e', 'x', 'y', 'z'], ['x', 'z'], 1],
    ['derived', ['e', 'x', 'y', 'z', 'k'], ['x', 'k'], 2],
    ['part', ['e', 'p', 'x'], ['p'], 0],
    ['consumer', ['e', 'a', 'x'], ['x'], 0],
    ['assumed', ['e'], [], 0],
    ['assumed', ['e', 'k'], ['k'], 0],
  ])('%s %j names %j and leaves out %i', (source, path, steps, omitted) => {
    expect(originOf(source, path)).toEqual({ source, steps, omitted });
  });
});

describe('isPathWorthShowing', () => {
  it.each([
    [['e'], false],
    [['e', 'x'], false],
    [['e', 'x', 'y'], true],
  ])('%j: %s', (path, expected) => {
    expect(isPathWorthShowing(path)).toBe(expected);
  });
});
