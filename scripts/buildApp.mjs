/** Builds a frontend, unless its sources are as they were. The backend runs from its sources and needs no build. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { root, yarnQuietly } from './toolchain.mjs';

const generated = new Set(['node_modules', 'dist', 'dist-types', 'e2e-tests']);

function* filesBelow(path) {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory() && !generated.has(entry.name)) {
      yield* filesBelow(child);
    } else if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) {
      yield child;
    }
  }
}

function fingerprint(app) {
  const files = [
    ...['package.json', 'yarn.lock', 'app-config.yaml'].map(name =>
      join(root, name),
    ),
    ...[
      `packages/${app}`,
      'packages/persona-switch',
      'plugins/customer-layer',
      'plugins/customer-layer-common',
    ].flatMap(folder => [...filesBelow(join(root, folder))]),
  ].sort();
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(file.slice(root.length)).update('\0');
    hash.update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const stampOf = app => join(root, '.cache', `${app}.stamp`);

/** Notes that the bundle of an app is the one of its sources as they are now. */
export function stampApp(app) {
  const stamp = stampOf(app);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint(app));
}

function isBuilt(app) {
  const stamp = stampOf(app);
  return (
    existsSync(join(root, 'packages', app, 'dist', 'index.html')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint(app)
  );
}

/**
 * Builds the bundle of an app where its sources have changed.
 *
 * @param {'app' | 'app-classic'} app
 * @param {import('node:child_process').SpawnOptions} [options] - as for `startYarn`
 * @throws UserError when the build fails
 */
export async function buildApp(app, options) {
  if (isBuilt(app)) {
    return;
  }
  console.log('Building the frontend. This takes less than a minute.');
  await yarnQuietly('Building', ['workspace', app, 'build'], options);
  stampApp(app);
}
