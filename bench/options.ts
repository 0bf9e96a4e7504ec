import { parseArgs } from 'node:util';

/** What a part of the benchmarks is asked for. */
export type BenchOptions = {
  /** The sizes of the catalogs that growth is measured over. */
  sizes: number[];
  /** The size of the catalog that everything else is measured on. */
  entities: number;
};

const LEAST = 500;

function readSize(text: string): number {
  const size = Number(text.replaceAll('_', ''));
  if (!Number.isInteger(size) || size < LEAST) {
    throw new Error(
      `"${text}" is no size of a catalog. Give a whole number from ${LEAST}, as in 100000`,
    );
  }
  return size;
}

/**
 * Reads the command line of a part.
 *
 * @param usual - the size of its catalog where none is asked for
 * @throws Error when it can't be read
 */
export function readOptions(usual = 100_000): BenchOptions {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,10000,100000,1000000' },
      entities: { type: 'string', default: String(usual) },
    },
  });
  return {
    sizes: values.sizes.split(',').map(readSize),
    entities: readSize(values.entities),
  };
}

/** Runs a part, so that a failure is seen as one. */
export function run(part: () => Promise<void>): void {
  part().catch(error => {
    // eslint-disable-next-line no-console
    console.error(error);
    process.exit(1);
  });
}
