import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(__dirname, '../../..');

const run = (script: string, args: string[]) =>
  spawn(process.execPath, [join(root, 'scripts', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** A portal, and how to stop it. */
export type StrippedPortal = { address: string; stop: () => Promise<void> };

async function addressOf(portal: ChildProcess): Promise<string> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: portal.stdout! })) {
    lines.push(line);
    const ready = /^The portal is ready: (\S+)/.exec(line);
    if (ready) {
      return ready[1];
    }
  }
  throw new Error(`The portal did not start: ${lines.join('\n')}`);
}

/**
 * Starts a portal with a copy of a catalog in which nobody has annotated anything.
 *
 * @param catalog - path of a catalog file beneath the project
 */
export async function startStripped(catalog: string): Promise<StrippedPortal> {
  const folder = join(root, '.cache/stripped', catalog.replaceAll('/', '_'));
  const strip = run('strip.mjs', [join(root, catalog), folder]);
  const [code] = await once(strip, 'exit');
  if (code !== 0) {
    throw new Error(`${catalog} could not be stripped.`);
  }
  const portal = run('start.mjs', [
    '--port',
    '0',
    '--catalog',
    join(folder, basename(catalog)),
  ]);
  const ended = once(portal, 'exit');
  const address = await addressOf(portal);
  portal.stdout!.resume();
  return {
    address,
    async stop() {
      portal.kill('SIGTERM');
      await ended;
    },
  };
}
