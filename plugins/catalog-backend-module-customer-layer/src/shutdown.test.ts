import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  catalogProcessingExtensionPoint,
} from '@backstage/plugin-catalog-node';
import {
  eventsServiceFactory,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import {
  CHANGE_HINTS_TOPIC,
  parseChangeHints,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import catalogModuleCustomerLayer from '.';

// The lifecycle and the events service are the real ones. The catalog is left out: on its way down it goes on processing,
// and publishes events of its own after the events service has closed, which nobody handles.

/** Starts the module in a plugin that takes in processors and never runs them by itself. */
async function startModule() {
  const processors: CatalogProcessor[] = [];
  const hints: string[] = [];
  const catalog = createBackendPlugin({
    pluginId: 'catalog',
    register(env) {
      env.registerExtensionPoint(catalogProcessingExtensionPoint, {
        addProcessor: (...some) => {
          processors.push(...some.flat());
        },
        addEntityProvider() {},
        addPlaceholderResolver() {},
        setOnProcessingErrorHandler() {},
      });
      env.registerInit({ deps: {}, async init() {} });
    },
  });
  const listener = createBackendPlugin({
    pluginId: 'listener',
    register(env) {
      env.registerInit({
        deps: { events: eventsServiceRef },
        init: async ({ events }) =>
          events.subscribe({
            id: 'hints',
            topics: [CHANGE_HINTS_TOPIC],
            onEvent: async ({ eventPayload }) => {
              hints.push(...parseChangeHints(eventPayload).entityRefs);
            },
          }),
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      catalog,
      catalogModuleCustomerLayer,
      listener,
      eventsServiceFactory,
      mockServices.rootConfig.factory({
        data: { events: { useEventBus: 'never' } },
      }),
    ],
  });
  return { backend, processors, hints };
}

describe('a catalog that is shut down', () => {
  it('has told of all changes before the events service closes', async () => {
    const { backend, processors, hints } = await startModule();
    const cache: CatalogProcessorCache = {
      get: async () => undefined,
      set: async () => {},
    };
    const location = { type: 'file', target: 'catalog.yaml' };
    const names = Array.from({ length: 1_500 }, (_, i) => `c${i}`);
    for (const name of names) {
      for (const processor of processors) {
        await processor.postProcessEntity?.(
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name },
            spec: { type: 'service' },
          },
          location,
          () => {},
          cache,
        );
      }
    }
    expect(hints.length).toBeLessThan(names.length);
    await backend.stop();
    expect(hints).toEqual(names.map(name => `component:default/${name}`));
  });
});
