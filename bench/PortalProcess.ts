import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, IncomingMessage, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { Entity } from '@backstage/catalog-model';
import {
  GraphStatus,
  REFS_PER_REQUEST,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { chunk } from 'lodash';
import limiterFactory from 'p-limit';
import { freePort } from '../scripts/ports.mjs';
import { PortalFigures, PortalOptions } from './servePortal';

/** What is asked about one entity. */
export type Question = 'layers' | 'impact';

const TOKEN = 'a-token-for-the-measurement-only';
const PATIENCE_MS = 10 * 60_000;

// Not too many at once, as this suite does.
const REQUESTS_AT_ONCE = 4;
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'relations',
];

/** What came over the line. */
export type Answer = { bytes: Buffer; zipped: boolean };

/** The text of an answer. */
export const textOf = ({ bytes, zipped }: Answer): string =>
  (zipped ? gunzipSync(bytes) : bytes).toString();

/** A portal in another process, asked over HTTP. */
export class PortalProcess {
  readonly #child: ChildProcess;
  readonly #port: number;
  // Gives up a connection that rests before the server does, which may be in the middle of the next request.
  readonly #agent = new Agent({ keepAlive: true, timeout: 3_000 });

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.#port = port;
  }

  /** Starts a portal on a PostgreSQL server, and waits until its customer layer answers. */
  static async start(connection: string): Promise<PortalProcess> {
    const port = await freePort();
    const child = fork(join(__dirname, 'servePortal.ts'), [], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.send({ connection, port, token: TOKEN } satisfies PortalOptions);
    const portal = new PortalProcess(child, port);
    for (const end = performance.now() + PATIENCE_MS; ; await pause(100)) {
      if (await portal.status().catch(() => undefined)) {
        return portal;
      }
      if (child.exitCode !== null || performance.now() > end) {
        throw new Error('The portal does not answer');
      }
    }
  }

  /** What happened there since it was last asked. */
  async figures(): Promise<PortalFigures> {
    this.#child.send('figures');
    for (;;) {
      // Others in there have messages, too.
      const [message] = await once(this.#child, 'message');
      if (message.type === 'figures') {
        return message;
      }
    }
  }

  status(): Promise<GraphStatus> {
    return this.#ask('customer-layer/v1/graph');
  }

  /**
   * Asks the customer layer about an entity.
   *
   * @returns its answer as it came over the line; see {@link textOf}
   */
  async answer(question: Question, ref: string): Promise<Answer> {
    return question === 'layers'
      ? this.customerLayer(`layers/by-name/${ref.replace(':', '/')}`)
      : this.#request('customer-layer/v1/impact', { entityRefs: [ref] });
  }

  /** Asks the customer layer anything. */
  customerLayer(path: string): Promise<Answer> {
    return this.#request(`customer-layer/v1/${path}`);
  }

  /** Asks the catalog for entities by their refs. */
  async entities(entityRefs: string[]): Promise<Array<Entity | undefined>> {
    const limiter = limiterFactory(REQUESTS_AT_ONCE);
    const answers = await Promise.all(
      chunk(entityRefs, REFS_PER_REQUEST).map(refs =>
        limiter(() =>
          this.#ask<{ items: Array<Entity | null> }>(
            'catalog/entities/by-refs',
            { entityRefs: refs, fields: FIELDS },
          ),
        ),
      ),
    );
    return answers.flatMap(({ items }) => items.map(item => item ?? undefined));
  }

  /** Asks the catalog anything. */
  catalog<T>(path: string): Promise<T> {
    return this.#ask<T>(`catalog/${path}`);
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    if (this.#child.exitCode === null) {
      const gone = once(this.#child, 'exit');
      this.#child.kill();
      await gone;
    }
  }

  async #ask<T>(path: string, body?: object): Promise<T> {
    return JSON.parse(textOf(await this.#request(path, body)));
  }

  async #request(path: string, body?: object): Promise<Answer> {
    const request = httpRequest({
      agent: this.#agent,
      port: this.#port,
      path: `/api/${path}`,
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'accept-encoding': 'gzip',
        ...(body && { 'content-type': 'application/json' }),
      },
    });
    request.end(body && JSON.stringify(body));
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    response.on('data', chunk => chunks.push(chunk));
    await once(response, 'end');
    const answer = {
      bytes: Buffer.concat(chunks),
      zipped: response.headers['content-encoding'] === 'gzip',
    };
    if (response.statusCode !== 200) {
      throw new Error(`${response.statusCode} of ${path}: ${textOf(answer)}`);
    }
    return answer;
  }
}
