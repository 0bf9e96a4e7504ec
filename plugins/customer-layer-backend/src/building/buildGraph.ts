import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Entity } from '@backstage/catalog-model';
import { ForwardedError } from '@backstage/errors';
import { DerivationRules } from '@missing-layer/backstage-plugin-customer-layer-common';
import { untilAborted } from '../catalog/untilAborted';
import { Order, Report, startGraphWorker } from './graphWorker';

// To hand entities over is to copy them: so few at once that requests don't wait for it.
const ENTITIES_AT_ONCE = 100;
const RELATIONS_AT_ONCE = 2000;
// As many as two pages of the catalog, so that neither waits for the other; more would only fill memory.
const HANDED_AHEAD = 10;

/** Cuts a page into pieces that are copied in about the same time. Some things have thousands of relations. */
function* piecesOf(page: readonly Entity[]): Generator<Entity[]> {
  let piece: Entity[] = [];
  let relations = 0;
  for (const entity of page) {
    piece.push(entity);
    relations += entity.relations?.length ?? 0;
    if (piece.length >= ENTITIES_AT_ONCE || relations >= RELATIONS_AT_ONCE) {
      yield piece;
      piece = [];
      relations = 0;
    }
  }
  if (piece.length) {
    yield piece;
  }
}

/** The thread as seen from here. */
class GraphThread {
  readonly #worker: Worker;
  readonly #broken: Promise<never>;
  #waiting = 0;
  #built: Uint8Array | undefined;

  constructor(rules: DerivationRules) {
    this.#worker = startGraphWorker(rules);
    this.#worker.on('message', (report: Report) => {
      if (report.type === 'taken') {
        this.#waiting--;
      } else {
        this.#built = report.bytes;
      }
    });
    this.#broken = new Promise((_, reject) => {
      this.#worker.once('error', error =>
        reject(
          new ForwardedError(
            'The worker thread that builds the graph failed',
            error,
          ),
        ),
      );
      this.#worker.once('exit', code =>
        reject(
          new Error(
            `The worker thread that builds the graph ended too early, with exit code ${code}. If the backend is short of memory, give it more`,
          ),
        ),
      );
    });
    // It may break while nobody waits for it; whoever does so next is told.
    this.#broken.catch(() => {});
  }

  async take(page: readonly Entity[]): Promise<void> {
    for (const entities of piecesOf(page)) {
      // Requests that wait come first, before the first piece as well: the page has just been parsed.
      await setImmediate();
      this.#waiting++;
      this.#tell({ type: 'take', entities });
    }
    while (this.#waiting >= HANDED_AHEAD) {
      await this.#report();
    }
  }

  async build(builtAt: string): Promise<Uint8Array> {
    this.#tell({ type: 'build', builtAt });
    while (!this.#built) {
      await this.#report();
    }
    return this.#built;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #tell(order: Order): void {
    this.#worker.postMessage(order);
  }

  // The constructor listens as well, and first: what was reported is counted before this goes on.
  async #report(): Promise<void> {
    await Promise.race([
      new Promise(resolve => this.#worker.once('message', resolve)),
      this.#broken,
    ]);
  }
}

/**
 * Builds a graph from pages of entities in a worker thread, so that requests are answered meanwhile.
 *
 * @returns the graph as `encodeGraph` writes it
 * @throws when the thread fails, what the pages throw, and the reason of the signal as soon as that is aborted; the
 *   thread is gone then
 */
export async function buildGraph(options: {
  pages: AsyncIterable<readonly Entity[]>;
  rules: DerivationRules;
  /** An ISO 8601 time. */
  builtAt: string;
  signal: AbortSignal;
}): Promise<Uint8Array> {
  const { pages, rules, builtAt, signal } = options;
  signal.throwIfAborted();
  const thread = new GraphThread(rules);
  try {
    for await (const page of pages) {
      await untilAborted(thread.take(page), signal);
    }
    return await untilAborted(thread.build(builtAt), signal);
  } finally {
    await thread.stop();
  }
}
