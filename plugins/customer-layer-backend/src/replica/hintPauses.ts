const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 16_000];

/** So long after it has processed an entity, the catalog shows what came of that. */
export const STITCHING_MS = PAUSES_MS.reduce((sum, pause) => sum + pause);

/**
 * How long to wait before an entity that was hinted at, but looks as before, is read again.
 *
 * @param attempts - how often that has been waited for already
 * @returns milliseconds, or undefined where it has been long enough
 */
export const pauseAfter = (attempts: number): number | undefined =>
  PAUSES_MS[attempts];
