/* eslint-disable no-console */

/** A number as people read it: three significant digits below 100, whole and grouped above. */
export function format(value: number): string {
  return Math.abs(value) < 99.5
    ? String(Number(value.toPrecision(3)))
    : Math.round(value).toLocaleString('en-US');
}

/** Prints a table in Markdown; the keys of the first row are its heading. */
export function printTable(
  rows: Array<Record<string, string | number | undefined>>,
): void {
  const heading = Object.keys(rows[0]);
  const cells = rows.map(row =>
    heading.map(key => {
      const value = row[key];
      return typeof value === 'number' ? format(value) : value ?? '';
    }),
  );
  const widths = heading.map((key, i) =>
    Math.max(key.length, ...cells.map(row => row[i].length)),
  );
  const line = (row: string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  console.log(line(heading));
  console.log(line(widths.map(width => '-'.repeat(width))));
  cells.forEach(row => console.log(line(row)));
  console.log();
}

export const printTitle = (title: string): void =>
  console.log(`\n## ${title}\n`);

export const printLine = (text: string): void => console.log(`${text}\n`);

/** The value that so large a share of the values doesn't exceed; of an ascending list. */
export const quantile = (ascending: ArrayLike<number>, share: number): number =>
  ascending[
    Math.min(ascending.length - 1, Math.floor(ascending.length * share))
  ];

/** How durations in milliseconds are spread. */
export function spread(durations: readonly number[]): Record<string, number> {
  const ascending = Float64Array.from(durations).sort();
  return {
    'p50 ms': quantile(ascending, 0.5),
    'p95 ms': quantile(ascending, 0.95),
    'p99 ms': quantile(ascending, 0.99),
    'max ms': ascending[ascending.length - 1],
  };
}

/** How long some work takes, in milliseconds, and what comes of it. */
export function timed<T>(work: () => T): { result: T; ms: number } {
  const began = performance.now();
  const result = work();
  return { result, ms: performance.now() - began };
}

export const median = (values: readonly number[]): number =>
  quantile(Float64Array.from(values).sort(), 0.5);

/** @throws Error saying that a benchmark and its baseline don't find the same, so that their times mean nothing */
export function checkSame(what: string, ours: unknown, theirs: unknown): void {
  const [one, other] = [ours, theirs].map(value => JSON.stringify(value));
  if (one !== other) {
    throw new Error(
      `The two disagree on ${what}: ${one?.slice(0, 500)} and ${other?.slice(
        0,
        500,
      )}`,
    );
  }
}
