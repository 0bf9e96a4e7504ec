import { AssignersStatus, DryRun } from './assigners';
import {
  AssignmentAnswer,
  AssignmentChange,
  AssignmentExport,
  AssignmentRequest,
  AssignmentRights,
  AssignmentsApi,
  EntityAssignments,
  ExportRequest,
  NewCustomer,
} from './AssignmentsApi';
import { CustomerLayerRequestOptions } from './CustomerLayerApi';
import { byName, CustomerLayerClientOptions, HttpCaller } from './HttpCaller';

/**
 * The client of the HTTP API for assigning, which the catalog's module serves beside the catalog.
 *
 * @public
 */
export class AssignmentsClient implements AssignmentsApi {
  readonly #http: HttpCaller;

  constructor(options: CustomerLayerClientOptions) {
    this.#http = new HttpCaller({
      ...options,
      pluginId: 'catalog',
      root: 'customer-layer/v1',
    });
  }

  /** {@inheritDoc AssignmentsApi.assign} */
  assign(request: AssignmentRequest, options?: CustomerLayerRequestOptions) {
    return this.#http.call<AssignmentAnswer>('assignments', {
      ...options,
      body: request,
    });
  }

  /** {@inheritDoc AssignmentsApi.getAssignmentRights} */
  getAssignmentRights(options?: CustomerLayerRequestOptions) {
    return this.#http.call<AssignmentRights>('assignments/rights', options);
  }

  /** {@inheritDoc AssignmentsApi.getAssignments} */
  getAssignments(entityRef: string, options?: CustomerLayerRequestOptions) {
    return this.#http.call<EntityAssignments>(
      `assignments/${byName(entityRef)}`,
      options,
    );
  }

  /** {@inheritDoc AssignmentsApi.getAssignmentChanges} */
  getAssignmentChanges(
    query?: { entityRef?: string; limit?: number; cursor?: string },
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.call<{ items: AssignmentChange[]; nextCursor?: string }>(
      'assignments/changes',
      { ...options, query },
    );
  }

  /** {@inheritDoc AssignmentsApi.undoAssignmentChange} */
  undoAssignmentChange(
    changeId: string,
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.call<AssignmentAnswer>(
      `assignments/changes/${encodeURIComponent(changeId)}/undo`,
      { ...options, body: {} },
    );
  }

  /** {@inheritDoc AssignmentsApi.exportAssignments} */
  exportAssignments(
    request: ExportRequest,
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.call<AssignmentExport>('assignments/export', {
      ...options,
      body: request,
    });
  }

  /** {@inheritDoc AssignmentsApi.getAssigners} */
  getAssigners(options?: CustomerLayerRequestOptions) {
    return this.#http.call<AssignersStatus>('assigners', options);
  }

  /** {@inheritDoc AssignmentsApi.dryRunAssigners} */
  dryRunAssigners(
    request: { rules?: string } = {},
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.call<DryRun>('assigners/dry-run', {
      ...options,
      body: request,
    });
  }

  /** {@inheritDoc AssignmentsApi.createCustomers} */
  createCustomers(
    customers: NewCustomer[],
    options?: CustomerLayerRequestOptions,
  ) {
    return this.#http.call<
      Awaited<ReturnType<AssignmentsApi['createCustomers']>>
    >('customers', { ...options, body: { customers } });
  }

  /** {@inheritDoc AssignmentsApi.removeCustomer} */
  async removeCustomer(
    customerRef: string,
    options?: CustomerLayerRequestOptions,
  ) {
    await this.#http.fetch(`customers/${byName(customerRef)}/remove`, {
      ...options,
      body: {},
    });
  }
}
