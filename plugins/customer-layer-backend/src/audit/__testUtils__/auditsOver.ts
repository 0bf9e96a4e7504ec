import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  AUDIT_RULES,
  CustomerGraph,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { Lots } from '../../masking/lots';
import { Caller } from '../../services/Callers';
import { AuditRunner } from '../AuditRunner';
import { Audits } from '../Audits';
import { auditStores } from '../database/auditStores';
import {
  CONFIRMATIONS,
  EVIDENCE,
  EXEMPTION_EVENTS,
  EXEMPTIONS,
  FINDINGS,
  RUNS,
} from '../database/tables';
import { EMPTY_PAGE } from '../evidence/EvidenceBook';
import { readAuditConfig } from '../readAuditConfig';

/** A user who has every permission and belongs to some groups. */
export const userCalling = (ref: string, ...groups: string[]): Caller => ({
  ref,
  isUser: true,
  may: async permissions => permissions.map(() => true),
  ownershipRefs: async () => [ref, ...groups],
});

/** What answers questions about the audits of catalogs, and runs them; over a database that it empties. */
export async function auditsOver(options: {
  knex: Knex;
  /** The graph of the moment. */
  graph(): CustomerGraph;
  now(): Date;
  drawLots?(): Lots;
  config?: object;
}) {
  const { knex, graph, now, drawLots } = options;
  for (const table of [
    RUNS,
    FINDINGS,
    EXEMPTIONS,
    EXEMPTION_EVENTS,
    CONFIRMATIONS,
    EVIDENCE,
  ]) {
    await knex(table).delete();
  }
  const stores = auditStores({ knex, now });
  const rules = AUDIT_RULES;
  const surroundings = {
    keeper: { graph },
    now,
    drawLots,
    stores,
    rules,
    config: readAuditConfig(
      new ConfigReader({ customerLayer: { audit: options.config ?? {} } }),
      rules,
    ),
    evidence: {
      page: EMPTY_PAGE,
      async refresh() {},
      async gather() {},
    },
    logger: mockServices.logger.mock(),
  };
  const runner = new AuditRunner({
    ...surroundings,
    refused: { reasons: new Map() },
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({ async success() {}, async fail() {} }),
    }),
    telemetry: { audited() {} },
  });
  const audits = new Audits({
    ...surroundings,
    runner,
    schedule: {
      ask: async by => {
        await runner.run(by, new AbortController().signal);
      },
    },
  });
  return { audits, stores };
}
