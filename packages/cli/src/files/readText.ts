import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { InputError } from '@backstage/errors';

/** How a file is called in reports. */
export const shownPath = (folder: string, file: string): string =>
  relative(folder, resolve(folder, file)).split(sep).join('/');

/**
 * Reads a file that the command names.
 *
 * @throws InputError when it can't be read
 */
export async function readText(folder: string, file: string): Promise<string> {
  try {
    return await readFile(resolve(folder, file), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT' ? 'there is no such file' : (error as Error).message;
    throw new InputError(
      `"${file}" can't be read: ${why}. Correct the path, or give the files as in customer-layer audit services/*/catalog-info.yaml.`,
    );
  }
}
