import { setTimeout as pause } from 'node:timers/promises';
import {
  AuditSummary,
  EntityLayers,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { guestToken, portalReady, startPortal } from '../scripts/portal.mjs';
import { freePort } from '../scripts/ports.mjs';
import { lastLines, stopAll } from '../scripts/toolchain.mjs';

const PATIENCE_MS = 5 * 60_000;

/** The demo portal, with its frontend, over tables that were filled before. */
export type PaintPortal = {
  /** As in `http://localhost:7007`. */
  address: string;
  layers(ref: string): Promise<EntityLayers>;
  stop(): Promise<void>;
};

// Nothing but what is measured runs: what the demo does every minute is put off. Objects are merged, so days are added.
const LATER = { days: 1 };

/**
 * Starts the demo portal in a process of its own, and waits until its customer layer and its audit answer.
 *
 * @param options - a PostgreSQL server whose catalog has entities, and a User among them, who looks at it
 */
export async function startPaintPortal(options: {
  connection: string;
  userRef: string;
}): Promise<PaintPortal> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const config: Record<string, unknown> = {
    // Stock pages, but for the tab.
    app_extensions: [{ 'entity-card:customer-layer/customers': false }],
    auth_providers_guest_userEntityRef: options.userRef,
    backend_database: { client: 'pg', connection: options.connection },
    catalog_locations: [],
    // Nobody provides what stands in the tables.
    catalog_orphanStrategy: 'keep',
    catalog_orphanProviderStrategy: 'keep',
    customerLayer_audit_schedule_frequency: LATER,
    customerLayer_graph_schedule_frequency: LATER,
    search_collators_catalog_schedule_initialDelay: LATER,
  };
  const { child, log } = startPortal({
    port,
    app: 'app',
    env: Object.fromEntries(
      Object.entries(config).map(([path, value]) => [
        `APP_CONFIG_${path}`,
        JSON.stringify(value),
      ]),
    ),
  });
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', () =>
      reject(new Error(`The portal stopped:\n${lastLines(log)}`)),
    ),
  );
  ended.catch(() => {});
  if (!(await Promise.race([portalReady(address), ended]))) {
    throw new Error(`The portal does not answer:\n${lastLines(log)}`);
  }
  const ask = async <T>(path: string): Promise<T> => {
    const response = await fetch(`${address}/api/customer-layer/v1/${path}`, {
      headers: { authorization: `Bearer ${await guestToken(address)}` },
    });
    if (!response.ok) {
      throw new Error(`${response.status} of ${path}`);
    }
    return (await response.json()) as T;
  };
  const end = performance.now() + PATIENCE_MS;
  while (!(await ask<AuditSummary>('audit/summary')).run) {
    if (performance.now() > end) {
      throw new Error(`There is no audit:\n${lastLines(log)}`);
    }
    await pause(1000);
  }
  return {
    address,
    layers: ref => ask(`layers/by-name/${ref.replace(':', '/')}`),
    stop: stopAll,
  };
}
