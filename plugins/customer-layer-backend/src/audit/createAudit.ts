import {
  AuditorService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { AuditRule } from '@missing-layer/backstage-plugin-customer-layer-common';
import { EvidenceSource } from '@missing-layer/backstage-plugin-customer-layer-node';
import { Knex } from 'knex';
import { Clock } from '../replica/Clock';
import { GraphKeeper } from '../services/GraphKeeper';
import { RefusedCustomers } from '../services/RefusedCustomers';
import { observeFindings, Telemetry } from '../services/telemetry';
import { AuditNotifier } from './AuditNotifier';
import { AuditRunner } from './AuditRunner';
import { Audits } from './Audits';
import { AuditSchedule } from './AuditSchedule';
import { auditStores } from './database/auditStores';
import { EvidenceBook } from './evidence/EvidenceBook';
import { AuditConfig } from './readAuditConfig';

/** The parts of the audit, put together. */
export type AuditParts = {
  evidence: EvidenceBook;
  questions: Audits;
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** Puts the parts of the audit together. */
export function createAudit(options: {
  knex: Knex;
  keeper: GraphKeeper;
  refused: RefusedCustomers;
  config: AuditConfig;
  rules: readonly AuditRule[];
  sources: readonly EvidenceSource[];
  /** Absent where nobody is notified. */
  notifications?: NotificationService;
  auditor: AuditorService;
  scheduler: SchedulerService;
  logger: LoggerService;
  metrics: MetricsService;
  telemetry: Telemetry;
  clock: Clock;
}): AuditParts {
  const { clock, config, keeper, knex, notifications } = options;
  const { now } = clock;
  const stores = auditStores({ knex, now });
  observeFindings(options.metrics, stores.runs);
  const evidence = new EvidenceBook({ ...options, ...stores });
  const notifier =
    notifications &&
    new AuditNotifier({
      ...options,
      notifications,
      exemptions: stores.exemptions,
      exists: entityRef => keeper.graph().exists(entityRef),
    });
  const runner = new AuditRunner({
    ...options,
    stores,
    evidence,
    notifier,
    now,
  });
  const schedule = new AuditSchedule({
    scheduler: options.scheduler,
    schedule: config.schedule,
    runner,
    requests: stores.requests,
    hasGraph: () => keeper.kept !== undefined,
  });
  const questions = new Audits({
    ...options,
    stores,
    evidence,
    runner,
    schedule,
    now,
  });
  return {
    evidence,
    questions,
    async start() {
      evidence.start();
      await schedule.start();
    },
    async stop() {
      evidence.stop();
      await schedule.stop();
    },
  };
}
