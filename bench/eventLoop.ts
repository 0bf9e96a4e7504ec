import { setImmediate, setTimeout as pause } from 'node:timers/promises';
import { Entity } from '@backstage/catalog-model';
import {
  CustomerGraph,
  decodeGraph,
  DEFAULT_DERIVATION_RULES,
  GraphBuilder,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { buildGraph } from '../plugins/customer-layer-backend/src/building/buildGraph';
import { digest } from '../plugins/customer-layer-backend/src/building/digest';
import { BUILT_AT, graphOf } from './graphOf';
import { readOptions, run } from './options';
import { checkSame, printTable, printTitle, spread } from './report';
import { chunksOf, openSyntheticCatalog } from './syntheticCatalog';
import { createAsking, QUESTION_EVERY_MS, whileAsked } from './whileAsked';

const ENTITIES_PER_PAGE = 500;

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

/** How long a full rebuild keeps answers waiting, in the worker thread and beside it in the main thread. */
async function compare(): Promise<void> {
  const { entities } = readOptions();
  const catalog = openSyntheticCatalog(entities);
  const graph = graphOf(catalog);
  const ask = createAsking(catalog, graph);
  const texts = Array.from(chunksOf(catalog, ENTITIES_PER_PAGE), page =>
    JSON.stringify(page),
  );

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
