import { setImmediate } from 'node:timers/promises';
import {
  Audit,
  AuditedSubject,
  AuditRun,
  AUDIT_RULES,
  CustomerGraph,
  DEFAULT_AUDIT_SETTINGS,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { AuditRunner } from '../plugins/customer-layer-backend/src/audit/AuditRunner';
import {
  auditStores,
  AuditStores,
} from '../plugins/customer-layer-backend/src/audit/database/auditStores';
import { FINDINGS } from '../plugins/customer-layer-backend/src/audit/database/tables';
import { EMPTY_PAGE } from '../plugins/customer-layer-backend/src/audit/evidence/EvidenceBook';
import { migrateDatabase } from '../plugins/customer-layer-backend/src/database/migrateDatabase';
import { now } from './graphOf';

const DAYS_90 = 90 * 86_400_000;
const ROWS_PER_INSERT = 100;
const PLAIN = 'plain_findings';

/** A database in which audits are kept, as the plugin does it and as one would do it without thinking. */
export class AuditDatabase {
  readonly stores: AuditStores;
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
    this.stores = auditStores({ knex, now: () => new Date() });
  }

  static async open(knex: Knex): Promise<AuditDatabase> {
    await migrateDatabase({ getClient: async () => knex });
    await knex.schema.createTable(PLAIN, table => {
      table.text('subject_ref').notNullable();
      table.text('rule_id').notNullable();
      table.text('state').notNullable();
      table.text('severity').notNullable();
      table.float('weight').notNullable();
      table.text('message').notNullable();
      table.text('evidence').notNullable();
      table.primary(['subject_ref', 'rule_id']);
    });
    return new AuditDatabase(knex);
  }

  /** One audit of a whole graph, by the plugin. */
  audit(graph: CustomerGraph): Promise<AuditRun> {
    const nothing = async () => {};
    const runner = new AuditRunner({
      keeper: { graph: () => graph },
      stores: this.stores,
      config: {
        settings: DEFAULT_AUDIT_SETTINGS,
        retention: { findings: DAYS_90, runs: DAYS_90 },
      },
      rules: AUDIT_RULES,
      evidence: { page: EMPTY_PAGE, refresh: nothing, gather: nothing },
      refused: { reasons: new Map() },
      auditor: {
        createEvent: async () => ({ success: nothing, fail: nothing }),
      },
      logger: { ...console, info() {}, child: () => console as never },
      telemetry: { audited() {} },
      now: () => now,
    });
    return runner.run('schedule', new AbortController().signal);
  }

  /** One audit of a whole graph that replaces all that was known. */
  async auditPlainly(graph: CustomerGraph): Promise<void> {
    const audit = new Audit(graph, { now });
    await this.#knex.transaction(async tx => {
      await tx(PLAIN).delete();
      let rows: object[] = [];
      for (const audited of audit.all()) {
        rows.push(...plainRows(audited));
        if (rows.length >= ROWS_PER_INSERT) {
          await tx(PLAIN).insert(rows);
          await setImmediate();
          rows = [];
        }
      }
      await tx(PLAIN).insert(rows);
    });
  }

  /** How many findings there are in each state: by the last audit of the plugin, and of the other. */
  async counts(): Promise<[Record<string, number>, Record<string, number>]> {
    const published = await this.stores.runs.published();
    const run = published?.id ?? 0;
    const count = async (rows: Knex.QueryBuilder) =>
      Object.fromEntries(
        (
          await rows
            .groupBy('state')
            .orderBy('state')
            .select('state')
            .count({ rows: '*' })
        ).map((row: { state: string; rows: number | string }) => [
          row.state,
          Number(row.rows),
        ]),
      );
    return [
      await count(
        this.#knex(FINDINGS)
          .where('since_run', '<=', run)
          .where('until_run', '>', run),
      ),
      await count(this.#knex(PLAIN)),
    ];
  }

  /** How many rows of findings there are, and how many of them begin with a run. */
  async rows(run: number): Promise<{ all: number; begun: number }> {
    const [all] = await this.#knex(FINDINGS).count({ rows: '*' });
    const [begun] = await this.#knex(FINDINGS)
      .where('since_run', run)
      .count({ rows: '*' });
    return { all: Number(all.rows), begun: Number(begun.rows) };
  }

  close(): Promise<void> {
    return this.#knex.destroy();
  }
}

const plainRows = ({ findings }: AuditedSubject) =>
  findings
    .filter(({ state }) => state !== 'skipped')
    .map(finding => ({
      subject_ref: finding.entityRef,
      rule_id: finding.ruleId,
      state: finding.state,
      severity: finding.severity,
      weight: finding.weight,
      message: finding.message,
      evidence: JSON.stringify(finding.evidence),
    }));
