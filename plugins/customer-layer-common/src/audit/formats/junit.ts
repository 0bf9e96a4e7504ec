import { inPieces } from './inPieces';
import {
  detailsOf,
  ReportAbout,
  ReportedFinding,
  ReportedFindings,
} from './report';

/** The cases of one subject, as they are written. */
type Suite = {
  entityRef: string;
  cases: string[];
  failures: number;
  skipped: number;
};

// All that XML 1.0 has no place for, not even in disguise.
const NOT_IN_XML =
  /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const escape = (text: string) =>
  text.replace(NOT_IN_XML, '\ufffd').replace(/[&<>\r]/g, c => ENTITIES[c]);

const attribute = (name: string, value: string | number | undefined) =>
  value === undefined
    ? ''
    : ` ${name}="${escape(String(value)).replace(
        /["\t\n]/g,
        c => ENTITIES[c],
      )}"`;

function outcome(finding: ReportedFinding): string {
  const { state, severity, message, exemption } = finding;
  if (state === 'pass') {
    return '';
  }
  if (state === 'fail') {
    const start = attribute('type', severity) + attribute('message', message);
    return `<failure${start}>${escape(detailsOf(finding))}</failure>`;
  }
  const why = exemption
    ? `Exempt until ${exemption.expiresOn}: ${message}`
    : message;
  return `<skipped${attribute('message', why)}/>`;
}

function testCase(finding: ReportedFinding): string {
  const { entityRef, ruleId, location } = finding;
  const start = [
    attribute('name', entityRef),
    attribute('classname', ruleId),
    attribute('file', location?.file),
    attribute('line', location?.line),
  ].join('');
  const inside = outcome(finding);
  return inside
    ? `    <testcase${start}>${inside}</testcase>\n`
    : `    <testcase${start}/>\n`;
}

function suiteOf(
  { entityRef, cases, failures, skipped }: Suite,
  at: string,
): string {
  const start = [
    attribute('name', entityRef),
    attribute('tests', cases.length),
    attribute('failures', failures),
    attribute('skipped', skipped),
    attribute('errors', 0),
    attribute('timestamp', at),
  ].join('');
  return `  <testsuite${start}>\n${cases.join('')}  </testsuite>\n`;
}

async function* texts(
  findings: ReportedFindings,
  { at }: ReportAbout,
): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${attribute('name', 'customer-layer')}>\n`;
  let suite: Suite | undefined;
  for await (const finding of findings) {
    const { entityRef, state } = finding;
    if (suite?.entityRef !== entityRef) {
      if (suite) {
        yield suiteOf(suite, at);
      }
      suite = { entityRef, cases: [], failures: 0, skipped: 0 };
    }
    suite.cases.push(testCase(finding));
    suite.failures += state === 'fail' ? 1 : 0;
    suite.skipped += state === 'fail' || state === 'pass' ? 0 : 1;
  }
  if (suite) {
    yield suiteOf(suite, at);
  }
  yield '</testsuites>\n';
}

/**
 * Findings as a JUnit report: a suite for each subject, and in it a case for each rule, whose class is the rule. What fails
 * is a failure; what is exempt, unmeasured or skipped is skipped.
 *
 * @remarks
 *
 * A suite begins with its counts, so the findings of a subject are held until the next one comes, as they do in order. The
 * whole begins without counts, which nobody has yet: whoever reads JUnit adds up those of the suites.
 *
 * @public
 */
export const junitOf = (
  findings: ReportedFindings,
  about: ReportAbout,
): AsyncGenerator<string> => inPieces(texts(findings, about));
