import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import express from 'express';
import { send } from './send';

async function* given(pieces: readonly string[]) {
  yield* pieces;
}

const of = (length: number) => JSON.stringify('→'.repeat(length));

describe('send', () => {
  let pieces: readonly string[];
  let server: Server;

  beforeAll(async () => {
    const app = express();
    app.get('/', (_req, res, next) => {
      send(res, given(pieces)).catch(next);
    });
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => server.close());

  const ask = async (encodings: string) => {
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      headers: { 'Accept-Encoding': encodings },
    });
    return {
      zipped: response.headers.get('content-encoding') === 'gzip',
      vary: response.headers.get('vary'),
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };

  it.each([
    { what: 'little', sent: [of(10)], zips: false },
    { what: 'some', sent: [of(5_000)], zips: true },
    { what: 'much', sent: [of(100_000)], zips: true },
    {
      what: 'several pieces',
      sent: [`["`, 'é'.repeat(500_000), `"]`],
      zips: true,
    },
  ])('sends $what whole, zipped where it pays', async ({ sent, zips }) => {
    pieces = sent;
    for (const [encodings, takesZipped] of [
      ['gzip, deflate, br', true],
      ['identity', false],
      ['gzip;q=0, br', false],
    ] as const) {
      expect(await ask(encodings)).toEqual({
        zipped: zips && takesZipped,
        vary: 'Accept-Encoding',
        type: 'application/json; charset=utf-8',
        text: sent.join(''),
      });
    }
  });
});
