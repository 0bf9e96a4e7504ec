import {
  FindingState,
  Severity,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** The tables of the audit, with their rows as they come from either database. PostgreSQL gives bigints as text. */
export const RUNS = 'customer_layer_audit_runs';
export const REQUESTS = 'customer_layer_audit_run_requests';
export const FINDINGS = 'customer_layer_audit_findings';
export const EXEMPTIONS = 'customer_layer_audit_exemptions';
export const EXEMPTION_EVENTS = 'customer_layer_audit_exemption_events';
export const CONFIRMATIONS = 'customer_layer_audit_confirmations';
export const EVIDENCE = 'customer_layer_audit_evidence';

/** In `until_run`: the row still holds. */
export const OPEN = 2 ** 31 - 1;

/** SQL: the row no longer holds. In these words the databases see that the index of such rows will do. */
export const CLOSED = `until_run < ${OPEN}`;

type BigInteger = number | string;

/** A row of {@link RUNS}. */
export type RunRow = {
  id: number;
  state: 'running' | 'done' | 'failed';
  started_by: string;
  started_at: BigInteger;
  ended_at: BigInteger | null;
  revision: string;
  built_at: string;
  total: number;
  done: number;
  results: string | null;
  error: string | null;
};

/** A row of {@link REQUESTS}. */
export type RequestRow = {
  id: number;
  requested_by: string;
  requested_at: BigInteger;
};

/** A row of {@link FINDINGS}. */
export type FindingRow = {
  subject_ref: string;
  rule_id: string;
  since_run: number;
  until_run: number;
  state: Exclude<FindingState, 'exempt' | 'skipped'>;
  severity: Severity;
  weight: number;
  kind: string;
  title: string | null;
  owner_refs: string;
  system_ref: string | null;
  message: string;
  evidence: string;
  /** Of all columns but the key and `until_run`. */
  digest: string;
};

/** A row of {@link EXEMPTIONS}. */
export type ExemptionRow = {
  id: string;
  subject_ref: string;
  rule_id: string;
  reason: string;
  expires_on: string;
  act: string;
  created_at: BigInteger;
  position: number;
};

/** A row of {@link EXEMPTION_EVENTS}. */
export type ExemptionEventRow = {
  exemption_id: string;
  position: number;
  act: string;
  by: string;
  at: BigInteger;
  note: string | null;
};

/** A row of {@link CONFIRMATIONS}. */
export type ConfirmationRow = {
  id: string;
  subject_ref: string;
  kind: string;
  date: string;
  note: string | null;
  by: string;
  at: BigInteger;
};

/** A row of {@link EVIDENCE}. */
export type EvidenceRow = {
  subject_ref: string;
  source_id: string;
  evidence: string;
  gathered_at: BigInteger;
};
