import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  AuditRun,
  GraphBuilder,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { digest } from '../building/digest';
import { GraphKeeper } from './GraphKeeper';
import { createTelemetry, observeFindings, observeGraph } from './telemetry';

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
    telemetry.catalogAnswered('full reading', 500);
    telemetry.answered('impact-fetch', 'succeeded', 5);
    telemetry.audited('succeeded', 2500, 300);
    expect(recorded).toEqual([
      ['customer_layer.graph.build.duration', 1.5, { outcome: 'changed' }],
      ['customer_layer.graph.build.duration', 0.02, { outcome: 'failed' }],
      ['customer_layer.graph.build.failures', 1],
      ['customer_layer.catalog.requests', 1, { purpose: 'full reading' }],
      ['customer_layer.catalog.rows', 500, { purpose: 'full reading' }],
      [
        'customer_layer.query.duration',
        0.005,
        { call: 'impact-fetch', outcome: 'succeeded' },
      ],
      ['customer_layer.audit.duration', 2.5, { outcome: 'succeeded' }],
      ['customer_layer.audit.subjects', 300],
    ]);
  });

  it('shows age and size, once there is a graph', () => {
    const observed: unknown[] = [];
    const callbacks: Array<() => void> = [];
    let now = new Date(builtAt);
    const keeper = new GraphKeeper({ now: () => now });
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

    keeper.keep({
      graph: new GraphBuilder({ digest }).build({ builtAt }),
      sequence: 1,
    });
    keeper.noteOrigin({
      readAt: now,
      contactAt: new Date(now.getTime() + 60_000),
      reader: true,
      origin: 'catalog',
    });
    now = new Date(now.getTime() + 90_000);
    callbacks.forEach(callback => callback());
    expect(observed).toEqual([
      ['customer_layer.graph.age', 90],
      ['customer_layer.catalog.silence', 30],
      ['customer_layer.graph.reader', 1],
      ['customer_layer.graph.size', 0, { of: 'entities' }],
      ['customer_layer.graph.size', 0, { of: 'relations' }],
      ['customer_layer.graph.size', 0, { of: 'customers' }],
      ['customer_layer.graph.size', 0, { of: 'danglingRefs' }],
    ]);
  });

  it('shows what the last audit found, once there is one', async () => {
    const observed: unknown[] = [];
    const callbacks: Array<() => unknown> = [];
    const runs: AuditRun[] = [];
    observeFindings(
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
      { published: async () => runs[0] },
    );
    await callbacks[0]();
    expect(observed).toEqual([]);
    runs.push({
      id: 1,
      state: 'done',
      startedBy: 'schedule',
      startedAt: builtAt,
      graph: { revision: 'r', builtAt },
      subjects: { total: 9, done: 9 },
      tally: { counts: { fail: 2, pass: 7 } },
    });
    await callbacks[0]();
    expect(observed).toEqual([
      ['customer_layer.audit.findings', 2, { state: 'fail' }],
      ['customer_layer.audit.findings', 7, { state: 'pass' }],
    ]);
  });
});
