import {
  MessagePort,
  parentPort,
  Worker,
  workerData,
} from 'node:worker_threads';
import { Entity } from '@backstage/catalog-model';
import {
  DerivationRules,
  encodeGraph,
  GraphBuilder,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { digest } from './digest';

/** What the thread is told. */
export type Order =
  | { type: 'take'; entities: readonly Entity[] }
  | { type: 'build'; builtAt: string };

/** What the thread answers. */
export type Report =
  | { type: 'taken' }
  /** The encoded graph; the thread ends with it. */
  | { type: 'built'; bytes: Uint8Array };

const THREAD_NAME = 'customer-layer-graph';

type ThreadData = { threadName: typeof THREAD_NAME; rules: DerivationRules };

// From source, the thread needs the translation that the CLI gives a backend. A backend hands it down; Jest, which has its
// own, doesn't.
function execArgv(): string[] | undefined {
  const translates = process.execArgv.some(arg =>
    arg.includes('nodeTransform'),
  );
  return __filename.endsWith('.ts') && !translates
    ? ['--require', require.resolve('@backstage/cli/config/nodeTransform.cjs')]
    : undefined;
}

/** Starts a thread that takes in entities and builds a graph; it runs this very file. */
export function startGraphWorker(rules: DerivationRules): Worker {
  const data: ThreadData = { threadName: THREAD_NAME, rules };
  return new Worker(__filename, {
    name: THREAD_NAME,
    workerData: data,
    execArgv: execArgv(),
  });
}

function serve(port: MessagePort, rules: DerivationRules): void {
  const builder = new GraphBuilder({ rules, digest });
  const answer = (report: Report, transfer?: ArrayBuffer[]) =>
    port.postMessage(report, transfer);

  port.on('message', (order: Order) => {
    if (order.type === 'take') {
      order.entities.forEach(entity => builder.add(entity));
      answer({ type: 'taken' });
    } else {
      const bytes = encodeGraph(builder.build({ builtAt: order.builtAt }));
      answer({ type: 'built', bytes }, [bytes.buffer as ArrayBuffer]);
      port.close();
    }
  });
}

// Only in the thread: whoever imports this file gets no further than here.
if (parentPort && workerData?.threadName === THREAD_NAME) {
  serve(parentPort, (workerData as ThreadData).rules);
}
