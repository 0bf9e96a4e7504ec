import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { GraphBuilder } from '@missing-layer/backstage-plugin-customer-layer-common';
import { GraphKeeper } from './GraphKeeper';
import { createTelemetry, observeGraph } from './telemetry';

const builtAt = '2026-06-01T00:00:00.000Z';

describe('telemetry', () => {
  it('times and counts what happens', () => {
    const recorded: unknown[] = [];
    const instrument = (name: string) => ({
      record: (...args: unknown[]) => recorded.push([name, ...args]),
      add: (...args: unknown[]) => recorded.push([name, ...args]),
    });
    const telemetry = createTelemetry(
      metricsServiceMock.mock({
        createHistogram: instrument,
        createCounter: instrument,
      }),
    );
    telemetry.refreshed('changed', 1500);
    telemetry.refreshed('failed', 20);
    telemetry.answered('impact-fetch', 'succeeded', 5);
    expect(recorded).toEqual([
      ['customer_layer.graph.build.duration', 1.5, { outcome: 'changed' }],
      ['customer_layer.graph.build.duration', 0.02, { outcome: 'failed' }],
      ['customer_layer.graph.build.failures', 1],
      [
        'customer_layer.query.duration',
        0.005,
        { call: 'impact-fetch', outcome: 'succeeded' },
      ],
    ]);
  });

  it('shows age and size, once there is a graph', async () => {
    const observed: unknown[] = [];
    const callbacks: Array<() => void> = [];
    let now = new Date(builtAt);
    const keeper = new GraphKeeper({
      read: async () => new GraphBuilder().build({ revision: 'r', builtAt }),
      timeoutMs: 1000,
      logger: mockServices.logger.mock(),
      now: () => now,
    });
    observeGraph(
      metricsServiceMock.mock({
        createObservableGauge: name => ({
          addCallback: callback =>
            callbacks.push(() =>
              callback({
                observe: (...args) => observed.push([name, ...args]),
              }),
            ),
          removeCallback: () => {},
        }),
      }),
      keeper,
    );
    callbacks.forEach(callback => callback());
    expect(observed).toEqual([]);

    await keeper.refresh();
    now = new Date(now.getTime() + 90_000);
    callbacks.forEach(callback => callback());
    expect(observed).toEqual([
      ['customer_layer.graph.age', 90],
      ['customer_layer.graph.size', 0, { of: 'entities' }],
      ['customer_layer.graph.size', 0, { of: 'relations' }],
      ['customer_layer.graph.size', 0, { of: 'customers' }],
      ['customer_layer.graph.size', 0, { of: 'danglingRefs' }],
    ]);
  });
});
