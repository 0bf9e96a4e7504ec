/** A number from 0 up to, not including, 1. */
export type Random = () => number;

/** A small seeded generator (mulberry32), so that every run measures the same. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of a list, all equally often. */
export const pick = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)];

/**
 * One of a list, the more often the further in front: the r-th is named about r^(1/skew − 1) times as often as the
 * first, so that the numbers of times follow a power law.
 */
export const pickSkewed = <T>(
  random: Random,
  from: readonly T[],
  skew: number,
): T => from[Math.floor(random() ** skew * from.length)];

/** A whole number from `least` up, with a long tail: a number x as rare as x^(−1/tail − 1). */
export const longTailed = (
  random: Random,
  options: { least: number; tail: number; most: number },
): number =>
  Math.min(
    options.most,
    Math.floor(options.least * (1 - random()) ** -options.tail),
  );
