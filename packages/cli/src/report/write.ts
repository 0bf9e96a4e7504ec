import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InputError } from '@backstage/errors';

type Text = Iterable<string> | AsyncIterable<string>;

/** Writes to standard output. Who reads only the beginning of it may close it. */
export async function writeOut(text: Text): Promise<void> {
  try {
    await pipeline(Readable.from(text), process.stdout, { end: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
      throw error;
    }
  }
}

/**
 * Writes a file anew.
 *
 * @throws InputError when it can't be written
 */
export async function writeFileText(
  folder: string,
  file: string,
  text: Text,
): Promise<void> {
  try {
    await pipeline(
      Readable.from(text),
      createWriteStream(resolve(folder, file)),
    );
  } catch (error) {
    throw new InputError(
      `"${file}" can't be written. Correct --output: ${
        (error as Error).message
      }`,
    );
  }
}
