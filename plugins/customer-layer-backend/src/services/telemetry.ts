import {
  MetricsService,
  MetricsServiceObservableResult,
} from '@backstage/backend-plugin-api/alpha';
import {
  AuditRun,
  GraphStatus,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { CatalogPurpose } from '../catalog/CatalogReader';
import { GraphKeeper } from './GraphKeeper';

/** What came of reading the whole catalog. */
export type RefreshOutcome = 'changed' | 'unchanged' | 'failed';

/** Counts and times what this plugin does. */
export type Telemetry = {
  refreshed(outcome: RefreshOutcome, durationMs: number): void;
  /** The catalog answered a request with so many entities. */
  catalogAnswered(purpose: CatalogPurpose, rows: number): void;
  answered(
    call: string,
    outcome: 'succeeded' | 'failed',
    durationMs: number,
  ): void;
  /** An audit of so many entities ended. */
  audited(
    outcome: 'succeeded' | 'failed',
    durationMs: number,
    subjects: number,
  ): void;
};

/** Creates the instruments for what happens. */
export function createTelemetry(metrics: MetricsService): Telemetry {
  const buildDuration = metrics.createHistogram(
    'customer_layer.graph.build.duration',
    {
      description:
        'How long it took to read the whole catalog and build the graph',
      unit: 's',
    },
  );
  const buildFailures = metrics.createCounter(
    'customer_layer.graph.build.failures',
    { description: 'How often the catalog could not be read' },
  );
  const catalogRequests = metrics.createCounter(
    'customer_layer.catalog.requests',
    { description: 'Requests that the catalog answered, by their purpose' },
  );
  const catalogRows = metrics.createCounter('customer_layer.catalog.rows', {
    description: 'Entities that the catalog gave out, by the purpose',
  });
  const queryDuration = metrics.createHistogram(
    'customer_layer.query.duration',
    { description: 'How long it took to answer a request', unit: 's' },
  );
  const auditDuration = metrics.createHistogram(
    'customer_layer.audit.duration',
    { description: 'How long an audit of the whole catalog took', unit: 's' },
  );
  const auditSubjects = metrics.createCounter('customer_layer.audit.subjects', {
    description: 'Entities that were audited',
  });
  return {
    refreshed(outcome, durationMs) {
      buildDuration.record(durationMs / 1000, { outcome });
      if (outcome === 'failed') {
        buildFailures.add(1);
      }
    },
    catalogAnswered(purpose, rows) {
      catalogRequests.add(1, { purpose });
      catalogRows.add(rows, { purpose });
    },
    answered(call, outcome, durationMs) {
      queryDuration.record(durationMs / 1000, { call, outcome });
    },
    audited(outcome, durationMs, subjects) {
      auditDuration.record(durationMs / 1000, { outcome });
      auditSubjects.add(subjects);
    },
  };
}

/** Shows the age and the size of the graph, and who reads the catalog; nothing before there is a graph. */
export function observeGraph(
  metrics: MetricsService,
  keeper: GraphKeeper,
): void {
  const observe = (
    name: string,
    options: { description: string; unit?: string },
    show: (gauge: MetricsServiceObservableResult, status: GraphStatus) => void,
  ) =>
    metrics.createObservableGauge(name, options).addCallback(gauge => {
      if (keeper.kept) {
        show(gauge, keeper.status());
      }
    });

  observe(
    'customer_layer.graph.age',
    {
      description: 'Seconds since the last full reading of the catalog began',
      unit: 's',
    },
    (gauge, { ageSeconds }) => gauge.observe(ageSeconds),
  );
  observe(
    'customer_layer.catalog.silence',
    { description: 'Seconds since the catalog last answered', unit: 's' },
    (gauge, { contactSeconds }) => gauge.observe(contactSeconds),
  );
  observe(
    'customer_layer.graph.reader',
    { description: '1 on the replica that reads the catalog, 0 on others' },
    (gauge, { reader }) => gauge.observe(reader ? 1 : 0),
  );
  observe(
    'customer_layer.graph.size',
    { description: 'How much the graph holds, by what is counted' },
    (gauge, { counts }) => {
      for (const [of, count] of Object.entries(counts)) {
        gauge.observe(count, { of });
      }
    },
  );
}

/** Shows how many findings the last audit had in each state; nothing before there is one. */
export function observeFindings(
  metrics: MetricsService,
  runs: { published(): Promise<AuditRun | undefined> },
): void {
  metrics
    .createObservableGauge('customer_layer.audit.findings', {
      description: 'Findings of the last audit, by their state',
    })
    .addCallback(async gauge => {
      const published = await runs.published();
      const counts = published?.tally?.counts ?? {};
      for (const [state, count] of Object.entries(counts)) {
        gauge.observe(count, { state });
      }
    });
}
