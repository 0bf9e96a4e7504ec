import { Fix } from '../audit/AuditRule';
import { Confirmation, ConfirmationKind } from '../audit/confirmation';
import { Exemption, ExemptionState } from '../audit/exemption';
import { Finding, FindingState, Severity } from '../audit/finding';
import { AuditTally } from '../audit/score';
import { CustomerLayerRequestOptions } from './CustomerLayerApi';

/** A rule, as people read it. @public */
export type RuleDescription = {
  id: string;
  title: string;
  why: string;
  severity: Severity;
  weight: number;
  /** Kinds of its subjects, in lower case; every kind where absent. */
  kinds?: string[];
};

/** How many of the entities that should have two customers have them. @public */
export type TwoCustomers = {
  entities: number;
  /** Have an existing economic customer. */
  economic: number;
  /** Have that, and an existing operations team that somebody declared. */
  both: number;
};

/** One audit of the whole catalog. @public */
export type AuditRun = {
  /** Later runs have higher ones. */
  id: number;
  state: 'running' | 'done' | 'failed';
  /** `schedule`, or the ref of who asked for it. */
  startedBy: string;
  /** ISO 8601 time. */
  startedAt: string;
  /** ISO 8601 time. */
  endedAt?: string;
  /** The graph that was audited. */
  graph: { revision: string; builtAt: string };
  /** How many entities there are to audit, and how many have been. */
  subjects: { total: number; done: number };
  /** What all findings came to, when it was done. */
  tally?: AuditTally;
  /** The same by id of the rule. */
  byRule?: Record<string, AuditTally>;
  /** Of a run that is done. */
  twoCustomers?: TwoCustomers;
  /** Why it failed. */
  error?: string;
};

/** A group or a System, and what the findings on what is its own come to. @public */
export type TallyOf = AuditTally & {
  /** Masked when `hidden`; `none` for what has no owner, or no System. */
  entityRef: string;
  title?: string;
  /** The caller may not read it. */
  hidden?: true;
};

/** How the catalog fares: by the last run, and by the exemptions and confirmations of this moment. @public */
export type AuditSummary = AuditTally & {
  /** The run that it comes from; absent before the first one is done. */
  run?: AuditRun;
  /** The run that is under way. */
  running?: AuditRun;
  /** Those in force, in order. */
  rules: Array<RuleDescription & AuditTally>;
  /** The worst score first. */
  owners: TallyOf[];
  /** The worst score first. */
  systems: TallyOf[];
  /** What the caller may do. */
  may: { run: boolean; request: boolean; approve: boolean };
  /** For at most so many days from today an exemption can be asked for. */
  exemptionDays: number;
  /** Whether somebody else than who asked for an exemption must approve of it. */
  fourEyes: boolean;
};

/** A finding in a list. @public */
export type ListedFinding = Finding & {
  title?: string;
  /** In lower case. */
  kind: string;
  ownerRefs: string[];
  systemRef?: string;
};

/** Which findings; those that fulfil all that is given. @public */
export type FindingsQuery = {
  rule?: string[];
  state?: FindingState[];
  severity?: Severity[];
  /** In lower case. */
  kind?: string[];
  /** A ref, or `none` for subjects without an owner. */
  owner?: string;
  /** A ref, or `none` for subjects outside any System. */
  system?: string;
  /** Part of the subject's ref or title, in any case. */
  text?: string;
};

/** Which page of a list. @public */
export type PageQuery = {
  /** At most so many items, 1 to 1,000; 100 where absent. */
  limit?: number;
  /** From `nextCursor` of the page before. */
  cursor?: string;
};

/** One page of findings, by ref of the subject, then by rule. @public */
export type FindingsPage = {
  run?: AuditRun;
  /** Those that the caller may read. */
  items: ListedFinding[];
  /** How many there are, those that the caller may not read included; on the first page only. */
  totalItems?: number;
  /** How many the caller may not read; on the first page only. */
  hiddenItems?: number;
  /** Absent on the last page. */
  nextCursor?: string;
};

/** What the audit says of one entity; skipped findings are left out. @public */
export type EntityFindings = {
  entityRef: string;
  run?: AuditRun;
  items: Array<Finding & { fix: Fix }>;
  /** Of all the findings. */
  rules: RuleDescription[];
  /** The newest first, over ones included. */
  exemptions: Exemption[];
  /** The newest first. */
  confirmations: Confirmation[];
  /** What the caller may confirm of it. */
  mayConfirm: ConfirmationKind[];
  may: AuditSummary['may'];
  exemptionDays: number;
};

/** A finding that is not what it was; `absent` where there was, or is, none. @public */
export type FindingChange = {
  ruleId: string;
  entityRef: string;
  title?: string;
  from: FindingState | 'absent';
  to: FindingState | 'absent';
  better: boolean;
  ownerRefs: string[];
  systemRef?: string;
};

/** How many findings got worse and better. @public */
export type ChangeCounts = { worse: number; better: number };

/** The changes of what belongs to a group or a System. @public */
export type ChangesOf = ChangeCounts & Pick<TallyOf, 'entityRef' | 'hidden'>;

/** What became worse and better from one run to another. @public */
export type AuditDiff = {
  from: AuditRun;
  to: AuditRun;
  counts: ChangeCounts;
  /** By id of the rule. */
  byRule: Record<string, ChangeCounts>;
  owners: ChangesOf[];
  systems: ChangesOf[];
  /** Those that the caller may read, what got worse first. */
  items: FindingChange[];
  /** How many the caller may not read. */
  hiddenItems: number;
  nextCursor?: string;
};

/** Formats in which findings are exported. @public */
export const EXPORT_FORMATS = ['csv', 'json', 'junit', 'sarif'] as const;

/** One of {@link EXPORT_FORMATS}. @public */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * The questions one can ask of the audit, and what one can tell it. Each throws ResponseError with status 403 to those
 * who lack the permission.
 *
 * @see docs/audit.md
 * @public
 */
export interface AuditApi {
  /** How the catalog fares. */
  getAuditSummary(options?: CustomerLayerRequestOptions): Promise<AuditSummary>;

  /** Findings of the last run. */
  getFindings(
    query?: FindingsQuery & PageQuery,
    options?: CustomerLayerRequestOptions,
  ): Promise<FindingsPage>;

  /**
   * The findings of one entity.
   *
   * @throws ResponseError with status 404 when the catalog has no such entity, or the caller may not read it
   */
  getEntityFindings(
    entityRef: string,
    options?: CustomerLayerRequestOptions,
  ): Promise<EntityFindings>;

  /** Findings for other tools, as text of the format; those that the caller may not read are left out. */
  exportFindings(
    query: FindingsQuery & { format: ExportFormat },
    options?: CustomerLayerRequestOptions,
  ): Promise<Response>;

  /** Runs, the newest first; of each day only the last one that is done, if `daily`. */
  getAuditRuns(
    query?: PageQuery & { daily?: boolean },
    options?: CustomerLayerRequestOptions,
  ): Promise<{ items: AuditRun[]; nextCursor?: string }>;

  /** Asks for a run now. Does nothing while one is under way. */
  startAuditRun(options?: CustomerLayerRequestOptions): Promise<void>;

  /**
   * What changed from one run to another; from the last but one to the last, where not told.
   *
   * @throws ResponseError with status 404 when there is no such run, or its findings are no longer kept
   */
  getAuditDiff(
    query?: PageQuery & { from?: number; to?: number },
    options?: CustomerLayerRequestOptions,
  ): Promise<AuditDiff>;

  /** Exemptions, the newest first. */
  getExemptions(
    query?: PageQuery & { state?: ExemptionState[] },
    options?: CustomerLayerRequestOptions,
  ): Promise<{ items: Exemption[]; hiddenItems: number; nextCursor?: string }>;

  /**
   * Asks for an exemption.
   *
   * @throws ResponseError with status 400 when it would hold for too long or not at all, and 409 when the same is asked
   * for or holds already
   */
  requestExemption(
    request: Pick<Exemption, 'ruleId' | 'entityRef' | 'reason' | 'expiresOn'>,
    options?: CustomerLayerRequestOptions,
  ): Promise<Exemption>;

  /**
   * Approves, rejects or withdraws an exemption.
   *
   * @throws ResponseError with status 403 when the caller asked for what they approve, 409 when it is not open to that
   */
  decideExemption(
    id: string,
    decision: {
      act: 'approved' | 'rejected' | 'withdrawn';
      note?: string;
    },
    options?: CustomerLayerRequestOptions,
  ): Promise<Exemption>;

  /**
   * Confirms a delivery, a training or a review.
   *
   * @throws ResponseError with status 400 when the date can't be, and 403 when it is not the caller's to say
   */
  confirm(
    confirmation: Pick<Confirmation, 'entityRef' | 'kind' | 'date' | 'note'>,
    options?: CustomerLayerRequestOptions,
  ): Promise<Confirmation>;
}
