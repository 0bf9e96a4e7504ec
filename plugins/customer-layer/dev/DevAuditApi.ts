import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  AuditApi,
  AuditDiff,
  AuditRun,
  AuditSummary,
  CONFIRMATION_KINDS,
  Confirmation,
  CustomerGraph,
  EntityFindings,
  Exemption,
  ExportFormat,
  FindingsPage,
  FindingsQuery,
  MoreEvidence,
  PageQuery,
  reportIn,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { MAY, auditHistory } from './auditHistory';
import {
  RULES,
  auditAll,
  isWanted,
  listFindings,
  ruleOf,
  talliesBy,
  tallyOf,
} from './devAudit';
import { devGraph } from './devGraph';
import { mask } from './mask';

const ME = 'user:default/grace';
const EXEMPTION_DAYS = 180;
const RUN_MS = 4_000;

/** Audits a fixed catalog, without a backend, and keeps what one tells it until the page is loaded again. */
export class DevAuditApi implements AuditApi {
  readonly #graph: CustomerGraph;
  #exemptions: Exemption[] = [];
  #confirmations: Confirmation[] = [];
  #lastId = 200;
  #runningSince?: number;

  constructor(entities: Entity[]) {
    this.#graph = devGraph(entities);
  }

  async getAuditSummary(): Promise<AuditSummary> {
    const findings = this.#findings();
    return mask({
      run: this.#run(),
      running: this.#running(),
      ...tallyOf(findings),
      rules: RULES.map(rule => ({
        ...rule,
        ...tallyOf(findings.filter(({ ruleId }) => ruleId === rule.id)),
      })),
      owners: talliesBy(findings, ({ ownerRefs }) => ownerRefs),
      systems: talliesBy(findings, ({ systemRef }) =>
        systemRef ? [systemRef] : [],
      ),
      may: MAY,
      exemptionDays: EXEMPTION_DAYS,
      fourEyes: false, // There is nobody else.
    });
  }

  async getFindings(
    query: FindingsQuery & PageQuery = {},
  ): Promise<FindingsPage> {
    const { cursor = '0', limit = 100 } = query;
    const wanted = this.#findings().filter(one => isWanted(one, query));
    const end = Number(cursor) + limit;
    return mask({
      run: this.#run(),
      items: wanted.slice(Number(cursor), end),
      totalItems: wanted.length,
      hiddenItems: 0,
      nextCursor: end < wanted.length ? String(end) : undefined,
    });
  }

  async getEntityFindings(entityRef: string): Promise<EntityFindings> {
    const audited = this.#audited().get(entityRef);
    if (!audited) {
      throw new NotFoundError(`There is no ${entityRef}`);
    }
    return mask({
      entityRef,
      run: this.#run(),
      items: listFindings([audited], this.#exemptions).map(finding => ({
        ...finding,
        fix: ruleOf(finding.ruleId).fix(audited.subject),
      })),
      rules: RULES,
      exemptions: this.#exemptions.filter(one => one.entityRef === entityRef),
      confirmations: this.#confirmations.filter(
        one => one.entityRef === entityRef,
      ),
      mayConfirm: [...CONFIRMATION_KINDS],
      may: MAY,
      exemptionDays: EXEMPTION_DAYS,
    });
  }

  async exportFindings(query: FindingsQuery & { format: ExportFormat }) {
    const wanted = this.#findings().filter(one => isWanted(one, query));
    const about = { rules: RULES, at: new Date().toISOString() };
    let text = '';
    for await (const part of reportIn(query.format, wanted, about)) {
      text += part;
    }
    return new Response(text);
  }

  async getAuditRuns(query: PageQuery & { daily?: boolean } = {}) {
    const running = this.#running();
    const done = auditHistory(this.#run(), new Date());
    const items = running && !query.daily ? [running, ...done] : done;
    return { items: items.slice(0, query.limit) };
  }

  async startAuditRun() {
    this.#runningSince = Date.now();
  }

  async getAuditDiff(): Promise<AuditDiff> {
    const changed = this.#findings()
      .filter(({ state }) => state === 'fail' || state === 'pass')
      .slice(0, 9);
    const byRule: AuditDiff['byRule'] = {};
    for (const { ruleId, state } of changed) {
      const counts = (byRule[ruleId] ??= { worse: 0, better: 0 });
      counts[state === 'fail' ? 'worse' : 'better'] += 1;
    }
    const worse = changed.filter(({ state }) => state === 'fail').length;
    return mask({
      from: this.#run(),
      to: this.#run(),
      counts: { worse, better: changed.length - worse },
      byRule,
      owners: [],
      systems: [],
      items: changed.map(({ ruleId, entityRef, title, state, ownerRefs }) => ({
        ruleId,
        entityRef,
        title,
        from: state === 'fail' ? ('pass' as const) : ('fail' as const),
        to: state,
        better: state === 'pass',
        ownerRefs,
      })),
      hiddenItems: 2,
    });
  }

  async getExemptions(query: { state?: Exemption['state'][] } = {}) {
    const { state } = query;
    return {
      items: this.#exemptions.filter(
        one => !state?.length || state.includes(one.state),
      ),
      hiddenItems: 0,
    };
  }

  async requestExemption(
    request: Parameters<AuditApi['requestExemption']>[0],
  ): Promise<Exemption> {
    const exemption: Exemption = {
      ...request,
      id: String(this.#exemptions.length + 1),
      state: 'requested',
      events: [{ act: 'requested', by: ME, at: new Date().toISOString() }],
    };
    this.#exemptions = [exemption, ...this.#exemptions];
    return exemption;
  }

  async decideExemption(
    id: string,
    { act, note }: Parameters<AuditApi['decideExemption']>[1],
  ): Promise<Exemption> {
    const found = this.#exemptions.find(one => one.id === id);
    if (!found) {
      throw new NotFoundError(`There is no exemption ${id}`);
    }
    const event = { act, note, by: ME, at: new Date().toISOString() };
    const decided = { ...found, state: act, events: [...found.events, event] };
    this.#exemptions = this.#exemptions.map(one =>
      one.id === id ? decided : one,
    );
    return decided;
  }

  async confirm(
    given: Parameters<AuditApi['confirm']>[0],
  ): Promise<Confirmation> {
    const confirmation: Confirmation = {
      ...given,
      id: String(this.#confirmations.length + 1),
      by: ME,
      at: new Date().toISOString(),
    };
    this.#confirmations = [confirmation, ...this.#confirmations];
    return confirmation;
  }

  #audited() {
    return auditAll(this.#graph, ref => this.#evidenceOf(ref));
  }

  #findings() {
    return listFindings(this.#audited().values(), this.#exemptions);
  }

  #evidenceOf(entityRef: string): MoreEvidence {
    const on = (kind: Confirmation['kind']) =>
      this.#confirmations.find(
        one => one.entityRef === entityRef && one.kind === kind,
      )?.date;
    return {
      confirmedOn: on('delivery'),
      team: { trainedOn: on('training'), reviewedOn: on('review') },
    };
  }

  #run(): AuditRun {
    const total = this.#audited().size;
    const at = new Date(Date.now() - 20 * 60 * 1000).toISOString();
    return {
      id: this.#lastId,
      state: 'done',
      startedBy: 'schedule',
      startedAt: at,
      endedAt: at,
      graph: { revision: '', builtAt: this.#graph.builtAt },
      subjects: { total, done: total },
      tally: tallyOf(this.#findings()),
      twoCustomers: { entities: 320, economic: 301, both: 212 },
    };
  }

  #running(): AuditRun | undefined {
    if (this.#runningSince === undefined) {
      return undefined;
    }
    const share = (Date.now() - this.#runningSince) / RUN_MS;
    if (share >= 1) {
      this.#runningSince = undefined;
      this.#lastId += 1;
      return undefined;
    }
    const run = this.#run();
    const { total } = run.subjects;
    return {
      ...run,
      id: run.id + 1,
      state: 'running',
      subjects: { total, done: Math.round(total * share) },
    };
  }
}
