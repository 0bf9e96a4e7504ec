import { inPieces } from './inPieces';
import {
  detailsOf,
  ReportAbout,
  ReportedFinding,
  ReportedFindings,
} from './report';

/** The cases of one rule, as they are written. */
type Suite = {
  ruleId: string;
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

const newSuite = (ruleId: string): Suite => ({
  ruleId,
  cases: [],
  failures: 0,
  skipped: 0,
});

function countsOf(suites: Suite[]): string {
  const sum = (valueOf: (suite: Suite) => number) =>
    suites.reduce((total, suite) => total + valueOf(suite), 0);
  return [
    attribute(
      'tests',
      sum(suite => suite.cases.length),
    ),
    attribute(
      'failures',
      sum(suite => suite.failures),
    ),
    attribute(
      'skipped',
      sum(suite => suite.skipped),
    ),
    attribute('errors', 0),
  ].join('');
}

async function* texts(
  findings: ReportedFindings,
  about: ReportAbout,
): AsyncGenerator<string> {
  const suites = new Map(about.rules.map(({ id }) => [id, newSuite(id)]));
  for await (const finding of findings) {
    const { ruleId, state } = finding;
    const suite = suites.get(ruleId) ?? newSuite(ruleId);
    suites.set(ruleId, suite);
    suite.cases.push(testCase(finding));
    suite.failures += state === 'fail' ? 1 : 0;
    suite.skipped += state === 'fail' || state === 'pass' ? 0 : 1;
  }
  const told = [...suites.values()].filter(({ cases }) => cases.length);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${attribute('name', 'customer-layer')}${countsOf(told)}>\n`;
  for (const suite of told) {
    yield `  <testsuite${attribute('name', suite.ruleId)}${countsOf([
      suite,
    ])}${attribute('timestamp', about.at)}>\n`;
    yield* suite.cases;
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

/**
 * Findings as a JUnit report: a suite for each rule, and in it a case for each subject. What fails is a failure; what is
 * exempt, unmeasured or skipped is skipped.
 *
 * @remarks
 *
 * A suite begins with its counts, so the text of all cases is held until the last finding has come.
 *
 * @public
 */
export const junitOf = (
  findings: ReportedFindings,
  about: ReportAbout,
): AsyncGenerator<string> => inPieces(texts(findings, about));
