import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { ForwardedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { GraphStatus } from '@missing-layer/backstage-plugin-customer-layer-common';
import { isMatch } from 'lodash';
import { eventually } from './eventually';

const PATIENCE_MS = 60_000;

const TOKEN = 'the-token-of-the-tests';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A whole backend with the customer layer, in a process of its own that can be killed. */
export class BackendProcess {
  readonly #child: ChildProcess;
  readonly #address: string;
  #output = '';

  private constructor(child: ChildProcess, address: string) {
    this.#child = child;
    this.#address = address;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', text => {
        this.#output += text;
      });
    }
  }

  /** Starts it, without waiting for it. */
  static async start(options: {
    database: JsonObject;
    catalogAddress: string;
    customerLayer?: JsonObject;
  }): Promise<BackendProcess> {
    const { database, catalogAddress, customerLayer = {} } = options;
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const config = {
      backend: {
        baseUrl: address,
        listen: { host: '127.0.0.1', port },
        database,
        auth: {
          externalAccess: [
            { type: 'static', options: { token: TOKEN, subject: 'tests' } },
          ],
        },
      },
      discovery: {
        endpoints: [
          { target: `${catalogAddress}/api/catalog`, plugins: ['catalog'] },
        ],
      },
      customerLayer,
    };
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, 'runBackend.ts'),
        JSON.stringify(config),
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH } },
    );
    return new BackendProcess(child, address);
  }

  /** Waits until it has logged something. */
  async says(text: RegExp): Promise<void> {
    await this.#waitUntil(async () => text.test(this.#output), `says ${text}`);
  }

  /**
   * The state of its graph.
   *
   * @throws while it doesn't answer, or has none
   */
  async status(): Promise<GraphStatus> {
    return (await (await this.#ask('GET', 'graph')).json()) as GraphStatus;
  }

  /** Has it do something. */
  async post(call: string): Promise<void> {
    await this.#ask('POST', call);
  }

  /** Waits until its graph is in a certain state. */
  async is(state: Partial<GraphStatus>): Promise<GraphStatus> {
    await this.#waitUntil(
      async () => isMatch(await this.status(), state),
      `is ${JSON.stringify(state)}`,
    );
    return this.status();
  }

  /** Kills it, so that it can do nothing more. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Stops it in good order. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #ask(method: string, call: string): Promise<Response> {
    const response = await fetch(
      `${this.#address}/api/customer-layer/v1/${call}`,
      {
        method,
        headers: {
          authorization: `Bearer ${TOKEN}`,
          'content-type': 'application/json',
        },
        ...(method === 'POST' && { body: '{}' }),
      },
    );
    if (!response.ok) {
      const log = this.#output.split('\n').slice(-20).join('\n');
      throw new Error(`${response.status} ${await response.text()}\n${log}`);
    }
    return response;
  }

  async #waitUntil(holds: () => Promise<boolean>, what: string): Promise<void> {
    await eventually(
      async () => {
        if (!(await holds())) {
          throw new Error(`Waited for a backend that ${what}`);
        }
      },
      { withinMs: PATIENCE_MS },
    ).catch(error => {
      throw new ForwardedError(`The backend said:\n${this.#output}\n`, error);
    });
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill(signal);
      await once(this.#child, 'exit');
    }
  }
}
