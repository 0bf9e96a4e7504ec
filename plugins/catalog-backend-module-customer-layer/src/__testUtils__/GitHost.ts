import { createServer } from 'http';
import { AddressInfo } from 'net';

/** A host that serves files over HTTP and knows etags. */
export class GitHost {
  /** What it serves, by path. */
  readonly files = new Map<string, string>();
  /** Whether it answers with an error. */
  down = false;
  /** The status of each answer, in order. */
  readonly answers: number[] = [];
  readonly #server = createServer((request, response) => {
    const text = this.files.get(request.url!);
    const etag = `"${Buffer.from(text ?? '').toString('base64url')}"`;
    const answer = (status: number, body?: string) => {
      this.answers.push(status);
      response.writeHead(status, { etag }).end(body);
    };
    if (this.down) {
      answer(503);
    } else if (text === undefined) {
      answer(404);
    } else if (request.headers['if-none-match'] === etag) {
      answer(304);
    } else {
      answer(200, text);
    }
  });

  static async start(): Promise<GitHost> {
    const host = new GitHost();
    await new Promise<void>(resolve => {
      host.#server.listen(0, '127.0.0.1', resolve);
    });
    return host;
  }

  /** The host with the port. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The URL of a file. */
  url(path: string): string {
    return `http://${this.host}${path}`;
  }

  stop(): Promise<void> {
    return new Promise(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
