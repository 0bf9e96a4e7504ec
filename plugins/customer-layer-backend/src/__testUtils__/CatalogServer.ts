import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { TestCatalog } from './TestCatalog';

/** Serves a {@link TestCatalog} over HTTP, as far as the customer layer asks a catalog. */
export class CatalogServer {
  readonly #catalog: TestCatalog;
  readonly #server: Server;

  constructor(catalog: TestCatalog) {
    this.#catalog = catalog;
    this.#server = createServer(async (request, response) => {
      try {
        const body = JSON.stringify(await this.#answer(request));
        response.setHeader('content-type', 'application/json').end(body);
      } catch (error) {
        response.writeHead(503).end(String(error));
      }
    });
  }

  /** Starts it, and returns its address. */
  async start(): Promise<string> {
    await new Promise<void>(resolve =>
      this.#server.listen(0, '127.0.0.1', resolve),
    );
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage): Promise<object> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
    if (request.method === 'POST' && pathname.endsWith('/by-refs')) {
      const asked = (await json(request)) as { entityRefs: string[] };
      const { items } = await this.#catalog.byRefs(asked);
      return { items: items.map(item => item ?? null) };
    }
    const limit = Number(searchParams.get('limit'));
    if (limit === 0) {
      return this.#catalog.count();
    }
    const offset = Number(searchParams.get('cursor'));
    const fields = searchParams.get('fields')?.split(',');
    const page = await this.#catalog.page({ offset, limit, fields });
    const next = offset + limit;
    return {
      ...page,
      pageInfo: next < page.totalItems ? { nextCursor: String(next) } : {},
    };
  }
}
