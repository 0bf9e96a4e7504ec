import {
  AuditApi,
  AuditDiff,
  AuditRun,
  AuditSummary,
  Confirmation,
  CustomerLayerRequestOptions,
  EntityFindings,
  Exemption,
  ExportFormat,
  FindingsPage,
  FindingsQuery,
  PageQuery,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { exemption } from './auditAnswers';

/** What a {@link FakeAuditApi} answers; a question that nothing stands here for fails. */
export type AuditAnswers = {
  summary?: AuditSummary;
  runs?: AuditRun[];
  /** Gives the page of a question. */
  findings?: (query: FindingsQuery & PageQuery) => FindingsPage;
  entityFindings?: EntityFindings;
  diff?: AuditDiff;
  exemptions?: Exemption[];
  /** Thrown by whatever changes something, or is exported. */
  refusal?: Error;
  /** Thrown by every question. */
  failure?: Error;
};

/** Gives the answers that it holds, and keeps what it was told. */
export class FakeAuditApi implements AuditApi {
  /** Change what it holds, and it answers otherwise from then on. */
  readonly answers: AuditAnswers;
  readonly queries: Array<FindingsQuery & PageQuery> = [];
  readonly told: Array<[what: string, ...details: unknown[]]> = [];

  constructor(answers: AuditAnswers) {
    this.answers = answers;
  }

  async getAuditSummary() {
    return this.#answer(this.answers.summary);
  }

  async getFindings(
    query: FindingsQuery & PageQuery = {},
    _options?: CustomerLayerRequestOptions,
  ) {
    this.queries.push(query);
    return this.#answer(this.answers.findings?.(query));
  }

  async getEntityFindings(_entityRef: string) {
    return this.#answer(this.answers.entityFindings);
  }

  async exportFindings(query: FindingsQuery & { format: ExportFormat }) {
    this.#tell('export', query);
    return new Response('content');
  }

  async getAuditRuns(query?: PageQuery) {
    const items = this.#answer(this.answers.runs ?? []);
    return { items: items.slice(0, query?.limit) };
  }

  async startAuditRun() {
    this.#tell('run');
  }

  async getAuditDiff() {
    return this.#answer(this.answers.diff);
  }

  async getExemptions() {
    return {
      items: this.#answer(this.answers.exemptions),
      hiddenItems: 0,
    };
  }

  async requestExemption(
    request: Parameters<AuditApi['requestExemption']>[0],
  ): Promise<Exemption> {
    this.#tell('request', request);
    return exemption(request);
  }

  async decideExemption(
    id: string,
    decision: Parameters<AuditApi['decideExemption']>[1],
  ): Promise<Exemption> {
    this.#tell('decide', id, decision);
    return exemption({ id, state: decision.act });
  }

  async confirm(
    confirmation: Parameters<AuditApi['confirm']>[0],
  ): Promise<Confirmation> {
    this.#tell('confirm', confirmation);
    return {
      ...confirmation,
      id: 'c1',
      by: 'user:default/amara',
      at: '2026-11-25T09:00:00Z',
    };
  }

  #answer<T>(answer: T | undefined): T {
    if (this.answers.failure) {
      throw this.answers.failure;
    }
    if (answer === undefined) {
      throw new Error('The screen should not ask for this');
    }
    return answer;
  }

  #tell(...told: [what: string, ...details: unknown[]]) {
    if (this.answers.refusal) {
      throw this.answers.refusal;
    }
    this.told.push(told);
  }
}
