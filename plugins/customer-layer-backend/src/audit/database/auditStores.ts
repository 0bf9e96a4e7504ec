import { Knex } from 'knex';
import { ConfirmationStore } from './ConfirmationStore';
import { EvidenceStore } from './EvidenceStore';
import { ExemptionStore } from './ExemptionStore';
import { FindingQueries } from './FindingQueries';
import { FindingStore } from './FindingStore';
import { RunRequests } from './RunRequests';
import { RunStore } from './RunStore';

/** All that is kept of audits. */
export type AuditStores = {
  runs: RunStore;
  requests: RunRequests;
  findings: FindingStore;
  queries: FindingQueries;
  exemptions: ExemptionStore;
  confirmations: ConfirmationStore;
  evidence: EvidenceStore;
};

/** The stores of audits in a database with all its migrations. */
export const auditStores = (options: {
  knex: Knex;
  now(): Date;
}): AuditStores => ({
  runs: new RunStore(options),
  requests: new RunRequests(options),
  findings: new FindingStore(options),
  queries: new FindingQueries(options),
  exemptions: new ExemptionStore(options),
  confirmations: new ConfirmationStore(options),
  evidence: new EvidenceStore(options),
});
