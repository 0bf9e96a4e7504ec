import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip, gzip, gzipSync } from 'node:zlib';
import { Response } from 'express';

const LEAST_ZIPPED = 1024;

// Handing over so much to another thread takes as long as zipping it.
const LEAST_HANDED_OVER = 16 * 1024;

// At level 6, the usual one, zipping takes twice as long, and what comes out is smaller by a quarter only.
const ZIPPING = { level: 1, chunkSize: 32 * 1024 };

const JSON_HEADERS = { 'Content-Type': 'application/json; charset=utf-8' };

const zipElsewhere = promisify(gzip);

/**
 * Sends text, zipped if the client takes that; only as fast as the client takes it.
 *
 * @remarks
 *
 * What is zipped here is left alone by the middleware that Backstage has for this, which zips everything as a stream and
 * at level 6.
 */
export async function send(
  res: Response,
  pieces: AsyncGenerator<string>,
  headers: Readonly<Record<string, string>> = JSON_HEADERS,
): Promise<void> {
  const first = await pieces.next();
  const second = await pieces.next();
  const zipped = res.req.acceptsEncodings('gzip') === 'gzip';
  res.vary('Accept-Encoding');
  // Not before something can be sent: a failure is no file.
  res.set(headers);
  if (second.done) {
    await sendWhole(res, first.value, zipped);
    return;
  }
  async function* all() {
    yield first.value;
    yield second.value;
    yield* pieces;
  }
  if (zipped) {
    res.setHeader('Content-Encoding', 'gzip');
    await pipeline(all, createGzip(ZIPPING), res);
  } else {
    await pipeline(all, res);
  }
}

async function sendWhole(
  res: Response,
  text: string,
  zipped: boolean,
): Promise<void> {
  if (!zipped || text.length < LEAST_ZIPPED) {
    res.end(text);
    return;
  }
  const bytes =
    text.length < LEAST_HANDED_OVER
      ? gzipSync(text, ZIPPING)
      : await zipElsewhere(text, ZIPPING);
  res.setHeader('Content-Encoding', 'gzip');
  res.setHeader('Content-Length', bytes.length);
  res.end(bytes);
}
