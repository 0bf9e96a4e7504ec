import { InputError } from '@backstage/errors';
import { expandPattern } from './expandPattern';

const DEFAULT_FILE = 'catalog-info.yaml';

/**
 * The files that a command names.
 *
 * @throws InputError when there is none behind a name
 */
export async function findFiles(
  folder: string,
  patterns: string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const pattern of patterns.length ? patterns : [DEFAULT_FILE]) {
    const files = await expandPattern(folder, pattern);
    if (!files.length) {
      throw new InputError(
        patterns.length
          ? `There is no file "${pattern}". Correct the path, or give a glob as in customer-layer audit 'services/*/catalog-info.yaml'.`
          : `There is no ${DEFAULT_FILE} in the working directory. Name the files, as in customer-layer audit path/to/catalog-info.yaml.`,
      );
    }
    found.push(...files);
  }
  return found;
}
