import { AddressInfo } from 'node:net';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleCustomerLayer from '@missing-layer/backstage-plugin-catalog-backend-module-customer-layer';

/** A real catalog with the customer layer that reads real files, and listens. */
export class RealCatalog {
  readonly #backend: TestBackend;

  private constructor(backend: TestBackend) {
    this.#backend = backend;
  }

  static async start(files: string[]): Promise<RealCatalog> {
    return new RealCatalog(
      await startTestBackend({
        features: [
          catalogPlugin,
          catalogModuleCustomerLayer,
          mockServices.rootConfig.factory({
            data: {
              catalog: {
                processingInterval: { seconds: 1 },
                stitchingStrategy: { pollingInterval: { milliseconds: 100 } },
                rules: [
                  {
                    allow: [
                      'Customer',
                      ...['Component', 'API', 'Resource', 'System', 'Domain'],
                      ...['Group', 'User', 'Location'],
                    ],
                  },
                ],
                locations: files.map(target => ({ type: 'file', target })),
              },
              events: { useEventBus: 'never' },
            },
          }),
        ],
      }),
    );
  }

  get url(): string {
    const { port } = this.#backend.server.address() as AddressInfo;
    return `http://localhost:${port}`;
  }

  async entities(): Promise<Entity[]> {
    return (await fetch(`${this.url}/api/catalog/entities`)).json();
  }

  /** Waits until an assertion about the entities holds, at most 60 seconds. */
  async eventually(
    assertion: (entities: Entity[]) => Promise<void> | void,
  ): Promise<void> {
    const end = Date.now() + 60_000;
    for (;;) {
      try {
        await assertion(await this.entities());
        return;
      } catch (error) {
        if (Date.now() > end) {
          throw error;
        }
      }
      await new Promise(resolve => setTimeout(resolve, 500));
    }
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
  }
}
