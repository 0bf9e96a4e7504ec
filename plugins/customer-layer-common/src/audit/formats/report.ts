import { ListedFinding, RuleDescription } from '../../api/AuditApi';
import { Fix } from '../AuditRule';
import { Evidence } from '../finding';

/** A finding with what a report tells of it besides. @public */
export type ReportedFinding = ListedFinding & {
  /** How to put it right. */
  fix?: Fix;
  /** Why an exemption was asked for. */
  reason?: string;
  /** Where the subject is written down. */
  location?: {
    /** A path with slashes, relative to where the audit was made. */
    file: string;
    /** From 1. */
    line: number;
  };
};

/** What a report says of itself. @public */
export type ReportAbout = {
  /** Those in force, in order. */
  rules: RuleDescription[];
  /** When the audit was made, as an ISO 8601 time. */
  at: string;
  /** What was audited. */
  graph?: { revision: string };
  tool?: { version: string };
};

/** Findings as they come. @public */
export type ReportedFindings =
  | AsyncIterable<ReportedFinding>
  | Iterable<ReportedFinding>;

/** Where the pages about the suite are. */
export const HOMEPAGE = 'https://github.com/missing-layer/customer-layer';

/** What was found, and by which path. */
export const tellEvidence = ({ text, path = [] }: Evidence): string =>
  path.length > 1 ? `${text} (${path.join(' → ')})` : text;

/** The lines that tell somebody what was seen and what to do; without the message. */
export const detailsOf = ({ evidence, fix, reason }: ReportedFinding): string =>
  [
    ...evidence.map(seen => `- ${tellEvidence(seen)}`),
    ...(reason ? [`Exempt because: ${reason}`] : []),
    ...(fix ? [`To put it right: ${fix.text}`] : []),
    ...(fix?.yaml ? [fix.yaml] : []),
  ].join('\n');
