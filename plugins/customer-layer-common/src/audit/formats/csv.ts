import { inPieces } from './inPieces';
import { ReportedFinding, ReportedFindings, tellEvidence } from './report';

const COLUMNS: Record<string, (finding: ReportedFinding) => unknown> = {
  rule: ({ ruleId }) => ruleId,
  severity: ({ severity }) => severity,
  state: ({ state }) => state,
  subject: ({ entityRef }) => entityRef,
  kind: ({ kind }) => kind,
  title: ({ title }) => title,
  owners: ({ ownerRefs }) => ownerRefs.join(', '),
  system: ({ systemRef }) => systemRef,
  message: ({ message }) => message,
  evidence: ({ evidence }) => evidence.map(tellEvidence).join('; '),
  fix: ({ fix }) => fix?.text,
  exemptUntil: ({ exemption }) => exemption?.expiresOn,
  reason: ({ reason }) => reason,
  file: ({ location }) => location?.file,
  line: ({ location }) => location?.line,
};

// What a spreadsheet would take as the beginning of a formula, and run.
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: unknown): string {
  const text = String(value ?? '');
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(harmless)
    ? `"${harmless.replace(/"/g, '""')}"`
    : harmless;
}

const record = (values: readonly unknown[]): string =>
  `${values.map(cell).join(',')}\r\n`;

async function* records(findings: ReportedFindings): AsyncGenerator<string> {
  yield record(Object.keys(COLUMNS));
  for await (const finding of findings) {
    yield record(Object.values(COLUMNS).map(valueOf => valueOf(finding)));
  }
}

/**
 * Findings as comma-separated values, by RFC 4180, with a header. A cell that a spreadsheet would run as a formula begins
 * with an apostrophe.
 *
 * @public
 */
export const csvOf = (findings: ReportedFindings): AsyncGenerator<string> =>
  inPieces(records(findings));
