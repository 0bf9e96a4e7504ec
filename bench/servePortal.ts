import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createBackend } from '@backstage/backend-defaults';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { backendConfig } from './backendConfig';

/** What a portal is started with. */
export type PortalOptions = {
  /** A PostgreSQL server. */
  connection: string;
  port: number;
  /** With which everything may be asked. */
  token: string;
};

/** What happened in a portal since it was last asked; it says so when it is told `figures`. */
export type PortalFigures = {
  type: 'figures';
  /** Requests to the catalog, from whomever. */
  catalogRequests: number;
  /** How late the event loop was at most, in milliseconds; not while the portal started. */
  longestDelayMs: number;
};

/** A portal in a process of its own: the real catalog and this suite on PostgreSQL. */
async function start({
  connection,
  port,
  token,
}: PortalOptions): Promise<void> {
  let catalogRequests = 0;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  process.on('message', message => {
    if (message === 'figures') {
      const figures: PortalFigures = {
        type: 'figures',
        catalogRequests,
        longestDelayMs: delay.max / 1e6,
      };
      process.send!(figures);
      catalogRequests = 0;
      delay.reset();
    }
  });

  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () =>
        new ConfigReader({
          backend: backendConfig({ connection, port, token }),
          // Nobody provides what stands in the tables.
          catalog: { orphanStrategy: 'keep', orphanProviderStrategy: 'keep' },
        }),
    }),
  );
  backend.add(
    rootHttpRouterServiceFactory({
      configure({ app, applyDefaults }) {
        app.use('/api/catalog', (_req, _res, next) => {
          catalogRequests++;
          next();
        });
        applyDefaults();
      },
    }),
  );
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(
    import(
      '@missing-layer/backstage-plugin-catalog-backend-module-customer-layer'
    ),
  );
  backend.add(import('@missing-layer/backstage-plugin-customer-layer-backend'));
  await backend.start();
  delay.reset();
}

process.once('message', (options: PortalOptions) => {
  start(options).catch(error => {
    // eslint-disable-next-line no-console
    console.error(error);
    process.exit(1);
  });
});
process.once('disconnect', () => process.exit());
