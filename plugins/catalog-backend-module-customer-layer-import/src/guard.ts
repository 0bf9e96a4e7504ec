/** How many customers an import may remove at most: a number, or a share of those that are there. */
export type RemovalLimit = { count: number } | { percent: number };

const DEFAULT_PERCENT = 20;
const DEFAULT_COUNT = 10;

/** What the limit says, and whether more are removed. */
function hold(
  removed: number,
  options: { there: number; limit?: RemovalLimit },
): { most: string; isAbove: boolean } {
  const { there, limit } = options;
  const isAboveShare = (percent: number) => removed * 100 > there * percent;
  if (!limit) {
    return {
      most: `${DEFAULT_PERCENT} % and more than ${DEFAULT_COUNT}`,
      isAbove: removed > DEFAULT_COUNT && isAboveShare(DEFAULT_PERCENT),
    };
  }
  return 'count' in limit
    ? { most: `${limit.count}`, isAbove: removed > limit.count }
    : { most: `${limit.percent} %`, isAbove: isAboveShare(limit.percent) };
}

/**
 * Why an import must not be done, if so: it would remove too many customers, or the source holds none.
 *
 * @param options - `rows`: how many rows name a customer, good or not; `there`: how many customers earlier imports brought
 */
export function refusalOf(options: {
  rows: number;
  there: number;
  removed: number;
  limit?: RemovalLimit;
}): string | undefined {
  const { rows, there, removed, limit } = options;
  if (there > 0 && rows === 0) {
    return `The source holds no customer, and ${there} are there. If that is right, remove its configuration instead`;
  }
  const { most, isAbove } = hold(removed, { there, limit });
  return isAbove
    ? `It would remove ${removed} of ${there} customers, which is more than ${most}. Look at the source; if it is right, raise guard.maxRemoved until it is done`
    : undefined;
}
