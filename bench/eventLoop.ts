import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate, setTimeout as pause } from 'node:timers/promises';
import { Entity } from '@backstage/catalog-model';
import {
  CustomerGraph,
  decodeGraph,
  DEFAULT_DERIVATION_RULES,
  GraphBuilder,
  layersOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { buildGraph } from '../plugins/customer-layer-backend/src/building/buildGraph';
import { digest } from '../plugins/customer-layer-backend/src/building/digest';
import { BUILT_AT, graphOf, now } from './graphOf';
import { readOptions, run } from './options';
import { pick, seededRandom } from './random';
import { checkSame, printTable, printTitle, spread } from './report';
import {
  chunksOf,
  openSyntheticCatalog,
  SyntheticCatalog,
} from './syntheticCatalog';

const ENTITIES_PER_PAGE = 500;
const QUESTION_EVERY_MS = 5;

/** Pages as they come from the catalog: as text, which this thread has to parse. */
async function* pagesOf(texts: readonly string[]): AsyncGenerator<Entity[]> {
  for (const text of texts) {
    // Without a pause they would come at once, and not as from a network.
    await setImmediate();
    yield JSON.parse(text);
  }
}

async function buildHere(texts: readonly string[]): Promise<CustomerGraph> {
  const builder = new GraphBuilder({ digest });
  for await (const page of pagesOf(texts)) {
    page.forEach(entity => builder.add(entity));
  }
  return builder.build({ builtAt: BUILT_AT });
}

const buildInThread = async (texts: readonly string[]) =>
  decodeGraph(
    await buildGraph({
      pages: pagesOf(texts),
      rules: DEFAULT_DERIVATION_RULES,
      builtAt: BUILT_AT,
      signal: new AbortController().signal,
    }),
  );

/** Asks a question every few milliseconds, as long as some work goes on, and measures how late each is answered. */
async function whileAsked<T>(
  ask: () => void,
  work: () => Promise<T>,
): Promise<{
  result: T;
  ms: number;
  longestDelayMs: number;
  answered: number[];
}> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const answered: number[] = [];
  let going = true;
  const asking = (async () => {
    for (let due = performance.now(); going; due += QUESTION_EVERY_MS) {
      await pause(Math.max(0, due - performance.now()));
      ask();
      answered.push(performance.now() - due);
    }
  })();
  const began = performance.now();
  const result = await work();
  const ms = performance.now() - began;
  going = false;
  await asking;
  delay.disable();
  return { result, ms, longestDelayMs: delay.max / 1e6, answered };
}

function createAsking(catalog: SyntheticCatalog, graph: CustomerGraph) {
  const random = seededRandom(11);
  const refs = Array.from({ length: catalog.size }, (_, node) =>
    catalog.ref(node),
  ).filter(ref => ref.startsWith('component:'));
  return () => {
    JSON.stringify(layersOf(graph, pick(random, refs), { now }));
  };
}

/** How long a full rebuild keeps answers waiting, in the worker thread and beside it in the main thread. */
async function compare(): Promise<void> {
  const { entities } = readOptions();
  const catalog = openSyntheticCatalog(entities);
  const graph = graphOf(catalog);
  const ask = createAsking(catalog, graph);
  const texts = Array.from(chunksOf(catalog, ENTITIES_PER_PAGE), page =>
    JSON.stringify(page),
  );
  for (let i = 0; i < 500; i++) {
    ask();
  }

  const idle = await whileAsked(ask, () => pause(3000));
  const inThread = await whileAsked(ask, () => buildInThread(texts));
  const here = await whileAsked(ask, () => buildHere(texts));
  checkSame(
    'the revision',
    [inThread.result.revision, here.result.revision],
    [graph.revision, graph.revision],
  );

  printTitle('Event loop during a full rebuild');
  printTable(
    Object.entries({
      'nothing else': idle,
      'rebuild in the worker thread': inThread,
      'rebuild in the main thread': here,
    }).map(([what, { ms, longestDelayMs, answered }]) => ({
      [`${entities.toLocaleString(
        'en-US',
      )} entities, a question every ${QUESTION_EVERY_MS} ms`]: what,
      'it took ms': ms,
      'longest event-loop delay ms': longestDelayMs,
      questions: answered.length,
      ...Object.fromEntries(
        Object.entries(spread(answered)).map(([key, value]) => [
          `answered after, ${key}`,
          value,
        ]),
      ),
    })),
  );
}

run(compare);
