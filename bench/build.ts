import { fork } from 'node:child_process';
import {
  CustomerGraph,
  GraphBuilder,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { digest } from '../plugins/customer-layer-backend/src/building/digest';
import { asReceived, BUILT_AT } from './graphOf';
import { PeakWatch, usedMegabytes } from './memory';
import { NaiveGraph } from './NaiveGraph';
import { readOptions, run } from './options';
import {
  checkSame,
  median,
  printLine,
  printTable,
  printTitle,
  timed,
} from './report';
import {
  chunksOf,
  openSyntheticCatalog,
  SyntheticCatalog,
} from './syntheticCatalog';

/**
 * How long it takes to index a catalog whose entities are in memory, and what the index takes, beside maps of maps.
 * Every size and index has a process of its own.
 */

type Index = 'ours' | 'maps of maps';

type Figures = {
  relations: number;
  counts: object;
  ms: number;
  whileAddingMB: number;
  peakMB: number;
  heldMB: number;
};

const CHUNK = 2000;
const WARM_UP = 2000;
/** Catalogs up to this size are indexed several times. */
const ENOUGH = 100_000;

/** Takes in all entities; only that is timed, not how they are made. */
function indexAll(catalog: SyntheticCatalog, index: Index) {
  const ours = new GraphBuilder({ digest });
  const naive = new NaiveGraph();
  const add = index === 'ours' ? ours.add.bind(ours) : naive.add.bind(naive);
  let ms = 0;
  for (const chunk of chunksOf(catalog, CHUNK)) {
    const entities = asReceived(chunk);
    ms += timed(() => entities.forEach(add)).ms;
  }
  return {
    ms,
    finish: () =>
      index === 'ours' ? ours.build({ builtAt: BUILT_AT }) : naive,
  };
}

function countsOf(index: CustomerGraph | NaiveGraph) {
  if (index instanceof NaiveGraph) {
    return index.counts();
  }
  const { entities, relations, danglingRefs } = index.counts;
  return { entities, pairs: relations, danglingRefs };
}

async function measure(size: number, index: Index): Promise<Figures> {
  const catalog = openSyntheticCatalog(size);
  const warmUp = openSyntheticCatalog(WARM_UP);
  for (let i = 0; i < 5; i++) {
    indexAll(warmUp, index).finish();
  }

  const watch = new PeakWatch();
  await watch.begin();
  const before = usedMegabytes();
  let filled: ReturnType<typeof indexAll> | undefined = indexAll(
    catalog,
    index,
  );
  const whileAddingMB = usedMegabytes() - before;
  const first = timed(filled.finish);
  const times = [filled.ms + first.ms];
  filled = undefined;
  const peakMB = await watch.end();
  // Of small ones several, or what else comes and goes would be measured.
  const built = [first.result];
  while (built.length * size < ENOUGH) {
    built.push(indexAll(catalog, index).finish());
  }
  const heldMB = (usedMegabytes() - before) / built.length;

  if (size <= ENOUGH) {
    times.length = 0;
    for (let i = 0; i < Math.min(20, 3 * (ENOUGH / size)); i++) {
      const { ms, finish } = indexAll(catalog, index);
      times.push(ms + timed(finish).ms);
    }
  }

  return {
    relations: catalog.relations,
    counts: countsOf(built[0]),
    ms: median(times),
    whileAddingMB,
    peakMB,
    heldMB,
  };
}

const inOwnProcess = (size: number, index: Index): Promise<Figures> =>
  new Promise((resolve, reject) => {
    const child = fork(__filename, [], {
      execArgv: [...process.execArgv, '--max-old-space-size=12000'],
    });
    child.on('message', (message: { figures?: Figures }) => {
      // Whatever translates our source has messages, too.
      if (message.figures) {
        resolve(message.figures);
      }
    });
    child.once('exit', code => reject(new Error(`It ended with ${code}`)));
    child.send({ size, index });
  });

async function compare(): Promise<void> {
  const { sizes } = readOptions();
  printTitle('Index from entities in memory');
  const rows = [];
  const perEntity: Array<{ us: number; bytes: number }> = [];
  for (const size of sizes) {
    const ours = await inOwnProcess(size, 'ours');
    const naive = await inOwnProcess(size, 'maps of maps');
    checkSame(`a catalog of ${size}`, ours.counts, naive.counts);
    perEntity.push({
      us: (ours.ms * 1000) / size,
      bytes: (ours.heldMB * 1e6) / size,
    });
    for (const [index, figures] of Object.entries({
      ours,
      'maps of maps': naive,
    })) {
      rows.push({
        entities: size.toLocaleString('en-US'),
        relations: figures.relations.toLocaleString('en-US'),
        index,
        ms: figures.ms,
        'µs per entity': (figures.ms * 1000) / size,
        'MB while adding': figures.whileAddingMB,
        'MB at peak': figures.peakMB,
        'MB held': figures.heldMB,
        'bytes held per entity': (figures.heldMB * 1e6) / size,
      });
    }
  }
  printTable(rows);
  const factor = (key: 'us' | 'bytes') => {
    const values = perEntity.map(figures => figures[key]);
    return (Math.max(...values) / Math.min(...values)).toFixed(2);
  };
  printLine(
    `From ${sizes[0]} to ${
      sizes[sizes.length - 1]
    } entities, time per entity differs by a factor of ${factor(
      'us',
    )}, memory held per entity by ${factor('bytes')}.`,
  );
}

if (process.send) {
  process.once('message', ({ size, index }: { size: number; index: Index }) =>
    run(async () => {
      const figures = await measure(size, index);
      process.send!({ figures }, () => process.exit());
    }),
  );
} else {
  run(compare);
}
