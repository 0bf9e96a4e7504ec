import { createServer } from 'http';
import { AddressInfo } from 'net';

/** A CRM that serves its export over HTTP to whoever has the token. */
export class CrmServer {
  static readonly token = 'token-of-the-crm';
  /** What it serves; undefined when it is down. */
  text?: string | Buffer;
  readonly #server = createServer((request, response) => {
    const isKnown =
      request.headers.authorization === `Bearer ${CrmServer.token}`;
    if (this.text === undefined || !isKnown) {
      response.writeHead(isKnown ? 503 : 401).end();
    } else {
      response.writeHead(200).end(this.text);
    }
  });

  /** The host with the port. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  start() {
    return new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
  }

  stop() {
    return new Promise<void>(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
