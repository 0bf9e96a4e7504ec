import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { GraphKeeper, RefreshOutcome } from './GraphKeeper';

/** Counts and times what this plugin does. */
export type Telemetry = {
  refreshed(outcome: RefreshOutcome, durationMs: number): void;
  answered(
    call: string,
    outcome: 'succeeded' | 'failed',
    durationMs: number,
  ): void;
};

/** Creates the instruments for what happens. */
export function createTelemetry(metrics: MetricsService): Telemetry {
  const buildDuration = metrics.createHistogram(
    'customer_layer.graph.build.duration',
    {
      description: 'How long it took to read the catalog and build the graph',
      unit: 's',
    },
  );
  const buildFailures = metrics.createCounter(
    'customer_layer.graph.build.failures',
    { description: 'How often the catalog could not be read' },
  );
  const queryDuration = metrics.createHistogram(
    'customer_layer.query.duration',
    { description: 'How long it took to answer a request', unit: 's' },
  );
  return {
    refreshed(outcome, durationMs) {
      buildDuration.record(durationMs / 1000, { outcome });
      if (outcome === 'failed') {
        buildFailures.add(1);
      }
    },
    answered(call, outcome, durationMs) {
      queryDuration.record(durationMs / 1000, { call, outcome });
    },
  };
}

/** Shows the age and the size of the graph; nothing before there is one. */
export function observeGraph(
  metrics: MetricsService,
  keeper: GraphKeeper,
): void {
  metrics
    .createObservableGauge('customer_layer.graph.age', {
      description: 'Seconds since the last successful reading of the catalog',
      unit: 's',
    })
    .addCallback(gauge => {
      if (keeper.ready) {
        gauge.observe(keeper.status().ageSeconds);
      }
    });
  metrics
    .createObservableGauge('customer_layer.graph.size', {
      description: 'How much the graph holds, by what is counted',
    })
    .addCallback(gauge => {
      if (keeper.ready) {
        for (const [of, count] of Object.entries(keeper.status().counts)) {
          gauge.observe(count, { of });
        }
      }
    });
}
