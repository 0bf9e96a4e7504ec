/** The running portal: starts it, and knows when it is really ready. */
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, startYarn } from './toolchain.mjs';

/** Whether nothing listens on a port of this computer. */
export function isPortFree(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/**
 * Starts the backend, which serves the frontend as well.
 *
 * @param {{ port: number; app: string; catalog?: string }} options - `catalog` is the full path of a catalog file to
 *   show instead of the examples
 */
export function startPortal({ port, app, catalog }) {
  const folder = join(root, '.cache');
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, `portal-${port}.log`);
  const log = openSync(logFile, 'w');
  const child = startYarn(
    [
      'workspace',
      'backend',
      'node',
      '--enable-source-maps',
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'src/index.ts',
      ...['--config', '../../app-config.yaml'],
    ],
    {
      detached: process.platform !== 'win32',
      stdio: ['ignore', log, log],
      env: {
        PORT: String(port),
        APP_CONFIG_app_packageName: app,
        ...(catalog && {
          APP_CONFIG_catalog_locations: JSON.stringify([
            { type: 'file', target: catalog },
          ]),
        }),
      },
    },
  );
  closeSync(log);
  return {
    child,
    logFile: relative(root, logFile),
    lastLines: () =>
      readFileSync(logFile, 'utf8').trim().split('\n').slice(-30).join('\n'),
  };
}

async function getJson(url, token) {
  const response = await fetch(url, {
    headers: token && { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}`);
  }
  return response.json();
}

/** Signs in as the guest. */
export async function guestToken(address) {
  const { backstageIdentity } = await getJson(
    `${address}/api/auth/guest/refresh`,
  );
  return backstageIdentity.token;
}

async function look(address) {
  const token = await guestToken(address);
  const [catalog, graph] = await Promise.all([
    getJson(
      `${address}/api/catalog/entities/by-query?limit=0&filter=kind=api,kind=component,kind=customer,kind=domain,kind=group,kind=resource,kind=system,kind=user`,
      token,
    ),
    getJson(`${address}/api/customer-layer/v1/graph`, token),
  ]);
  return { entities: catalog.totalItems, graph };
}

/**
 * Waits until the catalog has stopped growing and the customer layer was built from all of it.
 *
 * @param {string} address - as in `http://localhost:7007`
 * @param {{ signal?: AbortSignal; seconds?: number }} [options] - `signal` gives up; so do `seconds`
 * @returns {Promise<{ entities: number } | undefined>} undefined when the time was up
 */
export async function portalReady(address, { signal, seconds = 120 } = {}) {
  const quietTime = 3_000;
  const end = Date.now() + seconds * 1000;
  let entities = 0;
  let changedAt = Date.now();
  while (Date.now() < end) {
    signal?.throwIfAborted();
    const seen = await look(address).catch(() => undefined);
    if (seen && seen.entities !== entities) {
      ({ entities } = seen);
      changedAt = Date.now();
    }
    if (
      seen?.entities &&
      Date.now() - changedAt > quietTime &&
      seen.graph.counts.entities > 0 &&
      Date.parse(seen.graph.builtAt) > changedAt
    ) {
      return { entities };
    }
    await sleep(500, undefined, { signal });
  }
  return undefined;
}
