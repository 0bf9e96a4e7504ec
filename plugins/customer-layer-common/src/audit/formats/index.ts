import { ExportFormat } from '../../api/AuditApi';
import { csvOf } from './csv';
import { jsonOf } from './json';
import { junitOf } from './junit';
import { sarifOf } from './sarif';
import { ReportAbout, ReportedFindings } from './report';

export { csvOf } from './csv';
export { jsonOf } from './json';
export { junitOf } from './junit';
export { sarifOf } from './sarif';
export type { ReportAbout, ReportedFinding, ReportedFindings } from './report';

/** What is behind each format: the type of its content, and how a file of it is called. @public */
export const REPORT_FORMATS: Record<
  ExportFormat,
  { contentType: string; extension: string }
> = {
  csv: { contentType: 'text/csv; charset=utf-8', extension: 'csv' },
  json: { contentType: 'application/json; charset=utf-8', extension: 'json' },
  junit: { contentType: 'application/xml; charset=utf-8', extension: 'xml' },
  sarif: {
    contentType: 'application/sarif+json; charset=utf-8',
    extension: 'sarif',
  },
};

/**
 * Findings as text of a format, in pieces as the findings come.
 *
 * @public
 */
export function reportIn(
  format: ExportFormat,
  findings: ReportedFindings,
  about: ReportAbout,
): AsyncGenerator<string> {
  switch (format) {
    case 'csv':
      return csvOf(findings);
    case 'json':
      return jsonOf(findings, about);
    case 'junit':
      return junitOf(findings, about);
    default:
      return sarifOf(findings, about);
  }
}
