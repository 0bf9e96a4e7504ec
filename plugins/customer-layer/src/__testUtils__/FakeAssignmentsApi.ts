import {
  AssignersStatus,
  AssignmentAnswer,
  AssignmentChange,
  AssignmentExport,
  AssignmentRequest,
  AssignmentRights,
  AssignmentsApi,
  DryRun,
  EntityAssignments,
  ExportRequest,
  NewCustomer,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** What a {@link FakeAssignmentsApi} answers; a question that nothing stands here for fails. */
export type AssignmentsAnswers = {
  assign?: (request: AssignmentRequest) => AssignmentAnswer;
  undo?: (changeId: string) => AssignmentAnswer;
  /** One may, where absent. */
  rights?: AssignmentRights;
  assignments?: EntityAssignments;
  changes?: AssignmentChange[];
  exported?: (request: ExportRequest) => AssignmentExport;
  assigners?: AssignersStatus;
  dryRun?: DryRun;
  createCustomers?: (
    customers: NewCustomer[],
  ) => Awaited<ReturnType<AssignmentsApi['createCustomers']>>;
  /** Thrown by whatever changes something. */
  refusal?: Error;
};

/** Gives the answers that it holds, and keeps what it was told. */
export class FakeAssignmentsApi implements AssignmentsApi {
  /** Change what it holds, and it answers otherwise from then on. */
  readonly answers: AssignmentsAnswers;
  readonly told: Array<[what: string, details?: unknown]> = [];

  constructor(answers: AssignmentsAnswers) {
    this.answers = answers;
  }

  async assign(request: AssignmentRequest) {
    this.#tell(request.preview ? 'preview' : 'assign', request);
    return this.#answer(this.answers.assign?.(request));
  }

  async getAssignmentRights() {
    return this.answers.rights ?? { mayAssign: true };
  }

  async getAssignments(_entityRef: string) {
    return this.#answer(this.answers.assignments);
  }

  async getAssignmentChanges(query?: {
    entityRef?: string;
    limit?: number;
    cursor?: string;
  }) {
    this.#tell('changes', query);
    return { items: this.#answer(this.answers.changes) };
  }

  async undoAssignmentChange(changeId: string) {
    this.#tell('undo', changeId);
    return this.#answer(this.answers.undo?.(changeId));
  }

  async exportAssignments(request: ExportRequest) {
    this.#tell('export', request);
    return this.#answer(this.answers.exported?.(request));
  }

  async getAssigners() {
    return this.#answer(this.answers.assigners);
  }

  async dryRunAssigners(request?: { rules?: string }) {
    this.#tell('dry-run', request);
    return this.#answer(this.answers.dryRun);
  }

  async createCustomers(customers: NewCustomer[]) {
    this.#tell('create', customers);
    return this.#answer(this.answers.createCustomers?.(customers));
  }

  async removeCustomer(customerRef: string) {
    this.#tell('remove', customerRef);
  }

  #answer<T>(answer: T | undefined): T {
    if (answer === undefined) {
      throw new Error('The screen should not ask for this');
    }
    return answer;
  }

  #tell(what: string, details?: unknown) {
    if (this.answers.refusal && what !== 'changes') {
      throw this.answers.refusal;
    }
    this.told.push([what, details]);
  }
}
