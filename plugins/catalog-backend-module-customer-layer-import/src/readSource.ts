import {
  UrlReaderService,
  UrlReaderServiceReadUrlResponse,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const MEGABYTE = 1_000_000;

async function readBounded(
  response: UrlReaderServiceReadUrlResponse,
  maxSize: number,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  const take = (piece: Buffer) => {
    size += piece.length;
    if (size > maxSize * MEGABYTE) {
      throw new InputError(
        `The source is larger than ${maxSize} MB. Let it hold less, or raise maxSize`,
      );
    }
    pieces.push(piece);
  };
  if (response.stream) {
    // Leaving the loop by an error also closes the stream.
    for await (const piece of response.stream()) {
      take(Buffer.from(piece));
    }
  } else {
    take(await response.buffer());
  }
  return Buffer.concat(pieces);
}

/**
 * Reads a source as a whole.
 *
 * @throws InputError when it is larger than `maxSize` megabytes or isn't UTF-8.
 */
export async function readSource(
  reader: UrlReaderService,
  options: {
    url: string;
    token?: string;
    maxSize: number;
    signal?: AbortSignal;
  },
): Promise<string> {
  const { url, token, maxSize, signal } = options;
  const response = await reader.readUrl(url, { token, signal });
  const bytes = await readBounded(response, maxSize);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError('The source is not UTF-8. Export it as UTF-8');
  }
}
