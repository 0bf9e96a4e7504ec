/** The example company as of today: evidence ages, and the one team that is ready must stay so. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './toolchain.mjs';

// The day on which the dates in examples/ are to be read.
const WRITTEN = Date.parse('2026-11-22');
const DAY = 24 * 60 * 60 * 1000;

const day = time => new Date(time).toISOString().slice(0, 10);

/**
 * Writes the examples with their dates moved, so that they are as long ago as on the day they were written.
 *
 * @returns {string} the full path of the catalog file
 */
export function examplesAsOfToday(now = Date.now()) {
  const moved = Math.floor((now - WRITTEN) / DAY) * DAY;
  const folder = join(root, '.cache', 'examples');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(join(root, 'examples'))) {
    if (name.endsWith('.yaml')) {
      const text = readFileSync(join(root, 'examples', name), 'utf8');
      writeFileSync(
        join(folder, name),
        text.replace(
          /(-on: ')(\d{4}-\d{2}-\d{2})'/g,
          (_, before, date) => `${before}${day(Date.parse(date) + moved)}'`,
        ),
      );
    }
  }
  return join(folder, 'catalog.yaml');
}
