import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { PlaceInRepository } from './placeInRepository';

/** The folder that is the root of a working copy, of which a folder is or lies in; nothing where it is in none. */
function rootAbove(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) {
    return folder;
  }
  const parent = dirname(folder);
  return parent === folder ? undefined : rootAbove(parent);
}

/** Where in a working copy a file on the disk of the backend lies; where it is in none, its folder stands for that. */
export function placeOnDisk(file: string): PlaceInRepository {
  const path = resolve(file);
  const folder = dirname(path);
  const repository = rootAbove(folder) ?? folder;
  return {
    repository,
    path: relative(repository, path).split(sep).join('/'),
  };
}
