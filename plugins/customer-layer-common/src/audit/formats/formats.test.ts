import '@microsoft/jest-sarif';
import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Log } from 'sarif';
import { EXPORT_FORMATS } from '../../api/AuditApi';
import { FINDING_STATES, FindingState } from '../finding';
import { reportIn, ReportAbout, ReportedFinding } from '.';

const rule = (id: string) => ({
  id,
  title: `Title of ${id}`,
  why: `Why ${id} & "co" < matter`,
  severity: 'error' as const,
  weight: 3,
});

const about: ReportAbout = {
  rules: [rule('economic-customer'), rule('team-staffed'), rule('unused')],
  at: '2026-06-30T12:00:00.000Z',
  graph: { revision: 'abc' },
  tool: { version: '1.2.3' },
};

const finding = (
  state: FindingState,
  change: Partial<ReportedFinding> = {},
): ReportedFinding => ({
  ruleId: 'economic-customer',
  entityRef: 'component:default/web',
  kind: 'component',
  state,
  severity: 'error',
  weight: 3,
  message: 'It has no economic customer, from any source',
  ownerRefs: ['group:default/web-team', 'user:default/ada'],
  evidence: [],
  ...change,
});

/** With what not every format has a place for: a control character, and half of another one. */
const nasty = (control: string, half: string) =>
  `=HYPERLINK("https://evil.example.com"),\r\n<b>&amp; ]]> "it's" ${control} ${half} \u{1f600} é`;

const NASTY = nasty('\u0000', '\ud83d');

const findings: ReportedFinding[] = [
  finding('fail', {
    title: NASTY,
    message: NASTY,
    evidence: [{ text: '@sum' }, { text: NASTY, path: ['a:b/c', 'a:b/d'] }],
    fix: { text: 'Say who pays.', yaml: 'metadata:\n  annotations:' },
    location: { file: 'a folder/catalog-info.yaml', line: 12 },
  }),
  finding('pass', { ruleId: 'team-staffed', entityRef: 'group:default/sre' }),
  finding('fail', { severity: 'warning', entityRef: 'api:default/a' }),
  finding('exempt', {
    entityRef: 'api:default/b',
    reason: 'Retired in May',
    exemption: { id: '1', expiresOn: '2026-12-31' },
  }),
  finding('unmeasured', {
    entityRef: 'api:default/c',
    systemRef: 'system:x/y',
  }),
  finding('skipped', { ruleId: 'of-another', entityRef: 'api:default/d' }),
];

const counts = (states: FindingState[]) =>
  FINDING_STATES.map(state => states.filter(other => other === state).length);

const EXPECTED = counts(findings.map(({ state }) => state));

async function print(
  format: (typeof EXPORT_FORMATS)[number],
  given: ReportedFinding[] = findings,
) {
  let text = '';
  for await (const piece of reportIn(format, given, about)) {
    text += piece;
  }
  return text;
}

it('prints CSV that comes back whole, and that no spreadsheet runs', async () => {
  const rows = parseCsv<Record<string, string>>(await print('csv'), {
    columns: true,
    record_delimiter: '\r\n',
  });
  expect(counts(rows.map(({ state }) => state as FindingState))).toEqual(
    EXPECTED,
  );
  // UTF-8 has no place for half a character.
  const text = nasty('\u0000', '\ufffd');
  expect(rows[0]).toEqual({
    rule: 'economic-customer',
    severity: 'error',
    state: 'fail',
    subject: 'component:default/web',
    kind: 'component',
    title: `'${text}`,
    owners: 'group:default/web-team, user:default/ada',
    system: '',
    message: `'${text}`,
    evidence: `'@sum; ${text} (a:b/c → a:b/d)`,
    fix: 'Say who pays.',
    exemptUntil: '',
    reason: '',
    file: 'a folder/catalog-info.yaml',
    line: '12',
  });
  expect(rows[3]).toMatchObject({
    exemptUntil: '2026-12-31',
    reason: 'Retired in May',
  });
});

it('prints JSON that comes back as it was', async () => {
  expect(JSON.parse(await print('json'))).toEqual({ about, findings });
  expect(JSON.parse(await print('json', []))).toEqual({ about, findings: [] });
});

type Case = {
  '@name': string;
  '@file'?: string;
  '@line'?: string;
  failure?: { '@type': string; '@message': string; '#text'?: string };
  skipped?: { '@message': string };
};
type Suite = Record<'@name' | '@tests' | '@failures' | '@skipped', string> & {
  testcase: Case[];
};

const readXml = (text: string) => {
  expect(XMLValidator.validate(text)).toBe(true);
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    isArray: name => ['testsuite', 'testcase'].includes(name),
    htmlEntities: true,
  }).parse(text).testsuites as { testsuite?: Suite[] };
};

it('prints JUnit with a suite for each subject and a case for each rule', async () => {
  const text = await print('junit', [
    ...findings,
    finding('pass', { entityRef: 'api:default/d' }),
  ]);
  // eslint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\u0000-\u0008]/);
  const { testsuite: suites = [] } = readXml(text);
  expect(
    suites.map(suite => [
      suite['@name'],
      suite['@tests'],
      suite['@failures'],
      suite['@skipped'],
    ]),
  ).toEqual([
    ['component:default/web', '1', '1', '0'],
    ['group:default/sre', '1', '0', '0'],
    ['api:default/a', '1', '1', '0'],
    ['api:default/b', '1', '0', '1'],
    ['api:default/c', '1', '0', '1'],
    ['api:default/d', '2', '0', '1'],
  ]);
  for (const suite of suites) {
    const { testcase } = suite;
    expect([
      testcase.length,
      testcase.filter(({ failure }) => failure).length,
      testcase.filter(({ skipped }) => skipped !== undefined).length,
    ]).toEqual(
      (['@tests', '@failures', '@skipped'] as const).map(name =>
        Number(suite[name]),
      ),
    );
  }
  const [first, , , exempt] = suites.map(({ testcase }) => testcase[0]);
  expect(first).toMatchObject({
    '@name': 'component:default/web',
    '@classname': 'economic-customer',
    '@file': 'a folder/catalog-info.yaml',
    '@line': '12',
  });
  const readable = nasty('\ufffd', '\ufffd');
  expect(first.failure).toEqual({
    '@type': 'error',
    '@message': readable,
    '#text': `- @sum\n- ${readable} (a:b/c → a:b/d)\nTo put it right: Say who pays.\nmetadata:\n  annotations:`,
  });
  expect(exempt.skipped?.['@message']).toMatch(/^Exempt until 2026-12-31: /);
  expect(await print('junit', [])).toMatch(
    /<testsuites name="[^"]*">\n<\/test/,
  );
});

it('prints SARIF by the schema', async () => {
  const log: Log = JSON.parse(await print('sarif'));
  expect(log).toBeValidSarifLog();
  expect(JSON.parse(await print('sarif', []))).toBeValidSarifLog();
  const [{ tool, results = [], properties }] = log.runs;
  expect(properties).toEqual({ graphRevision: 'abc' });
  expect(tool.driver.version).toBe('1.2.3');
  expect(tool.driver.rules).toHaveLength(3);
  expect(
    results.map(({ kind, level, ruleIndex }) => [kind, level, ruleIndex]),
  ).toEqual([
    ['fail', 'error', 0],
    ['pass', 'none', 1],
    ['fail', 'warning', 0],
    ['fail', 'error', 0],
    ['open', 'none', 0],
    ['notApplicable', 'none', undefined],
  ]);
  expect(counts(results.map(result => result.properties!.state))).toEqual(
    EXPECTED,
  );
  expect(results[0].locations![0]).toEqual({
    physicalLocation: {
      artifactLocation: { uri: 'a%20folder/catalog-info.yaml' },
      region: { startLine: 12 },
    },
    logicalLocations: [
      { fullyQualifiedName: 'component:default/web', kind: 'resource' },
    ],
  });
  expect(results[0].message.text).toContain('To put it right: Say who pays.');
  expect(results[3].suppressions).toEqual([
    {
      kind: 'external',
      status: 'accepted',
      justification: 'Exempt until 2026-12-31: Retired in May',
    },
  ]);
  expect(results.filter(({ suppressions }) => suppressions)).toHaveLength(1);
});

it('prints many findings in pieces, as they come', async () => {
  let made = 0;
  async function* many() {
    for (; made < 10_000; made++) {
      yield findings[made % findings.length];
    }
  }
  for (const format of EXPORT_FORMATS) {
    made = 0;
    const report = reportIn(format, many(), about);
    await report.next();
    expect(made).toBeLessThan(200);
    let pieces = 1;
    for await (const piece of report) {
      expect(piece.length).toBeLessThan(40_000);
      pieces++;
    }
    expect(pieces).toBeGreaterThan(30);
    expect(made).toBe(10_000);
  }
});
