import { EntityLayers, TeamEntry } from '../graph/answers';
import { Severity, Verdict } from './finding';
import { AuditSettings } from './settings';

/** An entity that is audited. @public */
export type AuditSubject = {
  entityRef: string;
  /** In lower case. */
  kind: string;
  title?: string;
  /** Refs of its owners, sorted; some may name nothing in the catalog. */
  ownerRefs: string[];
  /** The System that it is, or the nearest one that it is part of. */
  systemRef?: string;
  /** Whether it declares anything. */
  declares: boolean;
  /** Of a Customer: 1 (most critical) to 4. */
  tier?: number;
};

/** What a rule may ask beside the subject and its layers. @public */
export type AuditContext = {
  /** The time at which ages are judged. */
  now: Date;
  settings: AuditSettings;
  /** Of a Customer: refs of the entities that it, or a child of it, is a direct customer of, sorted. */
  servedBy(customerRef: string): string[];
  /** Of a Customer: the operations teams in its delivery chain, by ref. */
  teamsBehind(customerRef: string): TeamEntry[];
  /** Of a Group: how many entities it is an effective operations team of. */
  operates(teamRef: string): number;
  /** A team with its readiness. */
  team(teamRef: string): TeamEntry;
};

/** What a rule judges. @public */
export type AuditQuestion = {
  subject: AuditSubject;
  /** Of a kind that isn't deliverable the lists are empty. */
  layers: EntityLayers;
  context: AuditContext;
};

/** How to put a failure right. @public */
export type Fix = {
  /** What to do, in a sentence or two. */
  text: string;
  /** What to write, exactly, where writing something helps. */
  yaml?: string;
};

/**
 * A rule of the audit: a pure function, and what people need to know of it.
 *
 * @see docs/audit.md
 * @public
 */
export type AuditRule = {
  /** In kebab case; it names the rule in configuration, exports and exemptions. */
  id: string;
  /** What holds when it passes, in a few words. */
  title: string;
  /** Why it matters, in a sentence or two. */
  why: string;
  severity: Severity;
  /** What a pass or a fail counts in the score; where absent, what the severity counts. */
  weight?: number;
  /** Kinds of subjects, in lower case; every kind where absent. */
  kinds?: readonly string[];
  /** How to put a failure of a subject right. */
  fix(subject: AuditSubject): Fix;
  /** Judges a subject, by nothing but its arguments. */
  check(question: AuditQuestion): Verdict;
};
