import { Confirmation } from '../audit/confirmation';
import { Exemption, ExemptionState } from '../audit/exemption';
import {
  AuditApi,
  AuditDiff,
  AuditRun,
  AuditSummary,
  EntityFindings,
  ExportFormat,
  FindingsPage,
  FindingsQuery,
  PageQuery,
} from './AuditApi';
import { CustomerLayerRequestOptions } from './CustomerLayerApi';
import { byName, CustomerLayerClientOptions, HttpCaller } from './HttpCaller';

/**
 * The client of the audit's HTTP API, for frontends, backends and the command line.
 *
 * @public
 */
export class AuditClient implements AuditApi {
  readonly #http: HttpCaller;

  constructor(options: CustomerLayerClientOptions) {
    this.#http = new HttpCaller(options);
  }

  /** {@inheritDoc AuditApi.getAuditSummary} */
  getAuditSummary(options?: CustomerLayerRequestOptions) {
    return this.#http.call<AuditSummary>('audit/summary', options);
  }

  /** {@inheritDoc AuditApi.getFindings} */
  getFindings(
    query?: FindingsQuery & PageQuery,
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.call<FindingsPage>('audit/findings', {
      ...options,
      query,
    });
  }

  /** {@inheritDoc AuditApi.getEntityFindings} */
  getEntityFindings(entityRef: string, options?: CustomerLayerRequestOptions) {
    return this.#http.call<EntityFindings>(
      `audit/findings/${byName(entityRef)}`,
      options,
    );
  }

  /** {@inheritDoc AuditApi.exportFindings} */
  exportFindings(
    query: FindingsQuery & { format: ExportFormat },
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.fetch('audit/export', { ...options, query });
  }

  /** {@inheritDoc AuditApi.getAuditRuns} */
  getAuditRuns(
    query?: PageQuery & { daily?: boolean },
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.call<{ items: AuditRun[]; nextCursor?: string }>(
      'audit/runs',
      { ...options, query },
    );
  }

  /** {@inheritDoc AuditApi.startAuditRun} */
  async startAuditRun(options?: CustomerLayerRequestOptions) {
    await this.#http.fetch('audit/runs', { ...options, body: {} });
  }

  /** {@inheritDoc AuditApi.getAuditDiff} */
  getAuditDiff(
    query?: PageQuery & { from?: number; to?: number },
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.call<AuditDiff>('audit/diff', { ...options, query });
  }

  /** {@inheritDoc AuditApi.getExemptions} */
  getExemptions(
    query?: PageQuery & { state?: ExemptionState[] },
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.call<{
      items: Exemption[];
      hiddenItems: number;
      nextCursor?: string;
    }>('audit/exemptions', { ...options, query });
  }

  /** {@inheritDoc AuditApi.requestExemption} */
  requestExemption(
    request: Parameters<AuditApi['requestExemption']>[0],
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.call<Exemption>('audit/exemptions', {
      ...options,
      body: request,
    });
  }

  /** {@inheritDoc AuditApi.decideExemption} */
  decideExemption(
    id: string,
    decision: Parameters<AuditApi['decideExemption']>[1],
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.call<Exemption>(
      `audit/exemptions/${encodeURIComponent(id)}/decision`,
      { ...options, body: decision },
    );
  }

  /** {@inheritDoc AuditApi.confirm} */
  confirm(
    confirmation: Parameters<AuditApi['confirm']>[0],
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.call<Confirmation>('audit/confirmations', {
      ...options,
      body: confirmation,
    });
  }
}
