import { LoggerService } from '@backstage/backend-plugin-api';
import { AuditRule } from '@missing-layer/backstage-plugin-customer-layer-common';
import { AuditStores } from './database/auditStores';
import { AuditDiffs } from './questions/AuditDiffs';
import { AuditRuns } from './questions/AuditRuns';
import { Surroundings } from './questions/AuditAsking';
import { AuditSummaries } from './questions/AuditSummaries';
import { Confirmations } from './questions/Confirmations';
import { EntityAudits } from './questions/EntityAudits';
import { Exemptions } from './questions/Exemptions';
import { FindingCounts } from './questions/FindingCounts';
import { FindingExports } from './questions/FindingExports';
import { Findings } from './questions/Findings';
import { Fixes } from './questions/Fixes';
import { describeRules } from './questions/rights';
import { AuditConfig } from './readAuditConfig';

/** What can be asked about audits, and said to them, each for one viewer. */
export class Audits {
  readonly runs: AuditRuns;
  readonly summaries: AuditSummaries;
  readonly findings: Findings;
  readonly entities: EntityAudits;
  readonly exports: FindingExports;
  readonly diffs: AuditDiffs;
  readonly exemptions: Exemptions;
  readonly confirmations: Confirmations;

  constructor(
    options: Surroundings & {
      stores: AuditStores;
      config: AuditConfig;
      /** All that there are. */
      rules: readonly AuditRule[];
      /** Audits some entities anew. */
      runner: { amend(entityRefs: readonly string[]): Promise<void> };
      /** Has an audit run now. */
      schedule: { ask(by: string): Promise<void> };
      evidence: { refresh(): Promise<void> };
      logger: LoggerService;
    },
  ) {
    const { keeper, now, drawLots, stores, config, logger } = options;
    const { exemptionDays, fourEyes, anyoneConfirms } = config;
    const surroundings = { keeper, now, drawLots };
    const { queries, exemptions } = stores;
    const rules = describeRules(options.rules, config.settings);
    const fixes = new Fixes(options.rules);
    const counts = new FindingCounts({ ...stores, now });
    this.runs = new AuditRuns({
      ...surroundings,
      runs: stores.runs,
      keptMs: config.retention.findings,
      ask: by => options.schedule.ask(by),
    });
    const common = {
      ...surroundings,
      queries,
      runs: this.runs,
      counts,
      exemptions,
      rules,
      fixes,
      exemptionDays,
      fourEyes,
    };
    this.summaries = new AuditSummaries(common);
    this.findings = new Findings(common);
    this.diffs = new AuditDiffs(common);
    this.exemptions = new Exemptions({
      ...common,
      onExemption: () => counts.forget(),
    });
    this.confirmations = new Confirmations({
      ...surroundings,
      confirmationStore: stores.confirmations,
      anyoneConfirms,
      onConfirmed: async entityRef => {
        await options.evidence.refresh();
        await options.runner.amend([entityRef]);
        counts.forget();
      },
      logger,
    });
    this.entities = new EntityAudits({
      ...common,
      confirmations: this.confirmations,
    });
    this.exports = new FindingExports({ ...common, findings: this.findings });
  }
}
