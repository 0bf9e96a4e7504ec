/** Finds a Chromium or Chrome for the browser tests: Playwright's own comes from a host that npm users may not reach. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { UserError } from './toolchain.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function findInstalled() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [
    ...folders.flatMap(folder => names.map(name => join(folder, name))),
    ...macApplications,
  ].find(existsSync);
}

function installFromDebian() {
  console.log('Installing Chromium with apt-get.');
  for (const args of [['update'], ['install', '-y', 'chromium']]) {
    const { status } = spawnSync('apt-get', args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) {
      throw new UserError(
        `apt-get ${args.join(
          ' ',
        )} failed. Install Chromium or Chrome, or give its path in CHROMIUM_PATH.`,
      );
    }
  }
  return findInstalled();
}

/**
 * The path of a browser; installs one where it is missing and we are root on Debian.
 *
 * @throws UserError when there is none, with what to do
 */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) {
    throw new UserError(
      `CHROMIUM_PATH is "${given}", where nothing is. Correct it, or unset it to let us look in the usual places.`,
    );
  }
  const found = given || findInstalled();
  if (found) {
    return found;
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    return installFromDebian();
  }
  throw new UserError(
    'The browser tests need Chromium or Chrome. Install one (on Debian: apt-get install chromium), or give its path in CHROMIUM_PATH.',
  );
}
