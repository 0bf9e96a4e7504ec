/** The running portal: starts it, and knows when it is really ready. */
import { closeSync, openSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { examplesAsOfToday } from './examples.mjs';
import { logFile, startYarn } from './toolchain.mjs';

/**
 * Starts the backend, which serves the frontend as well.
 *
 * @param {{ port: number; app: string; catalog?: string; env?: Record<string, string> }} options - `catalog` is the full
 *   path of a catalog file to show instead of the examples; `env` is set in its environment, before all else
 */
export function startPortal({ port, app, catalog, env }) {
  const file = logFile(`portal-${port}`);
  const log = openSync(file, 'w');
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
        APP_CONFIG_catalog_locations: JSON.stringify([
          { type: 'file', target: catalog ?? examplesAsOfToday() },
        ]),
        ...(catalog && {
          APP_CONFIG_app_title: JSON.stringify(basename(catalog)),
          APP_CONFIG_organization_name: JSON.stringify(basename(catalog)),
        }),
        ...env,
      },
    },
  );
  closeSync(log);
  return { child, log: file };
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

async function look(address, token) {
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
 * Waits until the catalog has stopped growing and the customer layer holds all of it.
 *
 * @param {string} address - as in `http://localhost:7007`
 * @returns {Promise<{ entities: number } | undefined>} undefined when nothing more is to be expected
 */
export async function portalReady(address) {
  const quietTime = 3_000;
  const hopelessTime = 40_000;
  const end = Date.now() + 180_000;
  let token;
  let state;
  let changedAt = Date.now();
  while (
    Date.now() < end &&
    (!state || Date.now() - changedAt < hopelessTime)
  ) {
    token ??= await guestToken(address).catch(() => undefined);
    const seen = token && (await look(address, token).catch(() => undefined));
    const now = seen && `${seen.entities} ${seen.graph.revision}`;
    if (now !== state) {
      state = now;
      changedAt = Date.now();
    }
    if (
      seen?.entities &&
      // It counts Locations as well, which we don't.
      seen.graph.counts.entities >= seen.entities &&
      Date.now() - changedAt >= quietTime
    ) {
      return { entities: seen.entities };
    }
    await sleep(1_000);
  }
  return undefined;
}
