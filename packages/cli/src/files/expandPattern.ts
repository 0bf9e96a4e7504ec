import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { glob } from 'tinyglobby';

/**
 * The files behind a path or a glob, sorted.
 *
 * @returns full paths; none where there is no such file
 */
export async function expandPattern(
  folder: string,
  pattern: string,
): Promise<string[]> {
  const path = resolve(folder, pattern);
  if (existsSync(path) && statSync(path).isFile()) {
    return [path];
  }
  const files = await glob(pattern.replace(/\\/g, '/'), {
    cwd: folder,
    absolute: true,
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
  });
  return files.sort();
}
