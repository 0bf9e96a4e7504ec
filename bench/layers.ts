/* eslint-disable no-console */
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  GraphBuilder,
  layersOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { levelByLevel, MemoryCatalog } from './levelByLevel';
import { seededRandom, syntheticCatalog } from './syntheticCatalog';

/**
 * Builds the graph of synthetic catalogs and asks for the layers of random entities, beside the same questions asked
 * of the catalog level by level.
 */
const SIZES = [1_000, 10_000, 100_000];
const QUERIES = 1_000;
const now = new Date('2026-06-01T00:00:00Z');

const usedMiB = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};

const quantile = (sorted: number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];

const milliseconds = (times: number[]) => {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    'p50 ms': quantile(sorted, 0.5).toFixed(2),
    'p95 ms': quantile(sorted, 0.95).toFixed(2),
    'max ms': sorted[sorted.length - 1].toFixed(2),
  };
};

async function measure(size: number) {
  const entities = syntheticCatalog(size);
  const relations = entities.reduce((sum, e) => sum + e.relations!.length, 0);
  const random = seededRandom(2);
  const deliverable = entities
    .filter(({ kind }) => kind !== 'Group' && kind !== 'Customer')
    .map(entity => stringifyEntityRef(entity));
  const asked = Array.from(
    { length: QUERIES },
    () => deliverable[Math.floor(random() * deliverable.length)],
  );

  const before = usedMiB();
  const start = performance.now();
  const builder = new GraphBuilder();
  entities.forEach(entity => builder.add(entity));
  const graph = builder.build({ revision: '1', builtAt: now.toISOString() });
  const buildMs = performance.now() - start;

  const times: number[] = [];
  let entries = 0;
  for (const ref of asked) {
    const began = performance.now();
    const layers = layersOf(graph, ref, { now })!;
    times.push(performance.now() - began);
    entries += layers.customers.length + layers.supply.length;
  }
  const heldMiB = usedMiB() - before;

  const catalog = new MemoryCatalog(entities);
  const baselineTimes: number[] = [];
  for (const ref of asked) {
    const began = performance.now();
    const found = await levelByLevel(catalog, ref);
    baselineTimes.push(performance.now() - began);
    check(graph, ref, found);
  }

  console.log(
    `\n${
      entities.length
    } entities, ${relations} relations: built in ${buildMs.toFixed(
      0,
    )} ms, ${heldMiB.toFixed(0)} MiB held (heap and buffers); ${Math.round(
      entries / QUERIES,
    )} entries in an average answer`,
  );
  console.table({
    [`layersOf (${QUERIES} questions)`]: milliseconds(times),
    [`level by level (${QUERIES} questions)`]: {
      ...milliseconds(baselineTimes),
      'requests each': (catalog.requests / QUERIES).toFixed(0),
      'rows each': (catalog.rows / QUERIES).toFixed(0),
    },
  });
}

/** Both must have found the same, or the times mean nothing. */
function check(
  graph: Parameters<typeof layersOf>[0],
  ref: string,
  found: Awaited<ReturnType<typeof levelByLevel>>,
) {
  const layers = layersOf(graph, ref, { now })!;
  const ours = [
    layers.customers
      .filter(({ role }) => role === 'economic')
      .map(c => `${c.customerRef} ${c.distance}`),
    layers.supply.map(s => `${s.entityRef} ${s.distance}`),
  ];
  const theirs = [found.customers, found.supply].map(map =>
    [...map].map(([key, distance]) => `${key} ${distance}`),
  );
  ours.forEach((list, i) => {
    if ([...list].sort().join() !== [...theirs[i]].sort().join()) {
      throw new Error(`The two disagree on "${ref}"`);
    }
  });
}

async function main() {
  for (const size of SIZES) {
    await measure(size);
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
