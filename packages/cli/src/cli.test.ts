import '@microsoft/jest-sarif';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import { version } from '../package.json';
import { countsOf, findingsIn, runCli } from './__testUtils__/runCli';

jest.setTimeout(60_000);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'customer-layer-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const run = (...args: string[]) =>
  runCli(['audit', ...args, '--now', '2026-06-30'], { folder });

const audit = async (...args: string[]) =>
  findingsIn(await run(...args, '--format', 'json'));

const component = (name: string, more = '', annotations = '{}') => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name}, annotations: ${annotations} }
spec: { type: service, lifecycle: production, owner: team ${more} }
`;

const TEAM = `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: team }
spec: { type: team, children: [] }
`;

const BUYERS = `
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: buyers }
spec: { type: economic }
`;

const FOR_BUYERS = `{ customer-layer.io/economic-customers: buyers, customer-layer.io/operations-team: team }`;

const SHOP = [component('web', '', FOR_BUYERS), component('job'), TEAM, BUYERS]
  .map(text => text.trimStart())
  .join('---\n');

it('tells people what is wrong, where, and how to put it right', async () => {
  write({ 'catalog-info.yaml': SHOP });
  const { stdout, stderr, exitCode } = await run();
  expect([exitCode, stderr]).toEqual([1, '']);
  expect(stdout).toContain(
    [
      'catalog-info.yaml:6 component:default/job',
      '  fail (error) economic-customer: It has no economic customer, from any source',
      '    Fix: Say who pays for what this component delivers',
    ].join('\n'),
  );
  expect(stdout).toMatch(/^economic-customer +1 +0 +0 +1$/m);
  expect(stdout).toContain('Two customers: 1 of 2 entities');
  expect(stdout).toMatch(/^Score: \d+ of 100$/m);
  // eslint-disable-next-line no-control-regex
  expect(stdout).not.toMatch(/\u001b/);
});

it('gives the same numbers in every format', async () => {
  write({ 'catalog-info.yaml': SHOP });
  const counts = countsOf(await audit());
  expect(Object.keys(counts)).toEqual(
    expect.arrayContaining([
      'economic-customer pass',
      'operations-team unmeasured',
    ]),
  );
  const csv = parseCsv<{ rule: string; state: string }>(
    (await run('--format', 'csv')).stdout,
    { columns: true },
  );
  expect(
    countsOf(csv.map(({ rule, state }) => ({ ruleId: rule, state } as never))),
  ).toEqual(counts);

  const sarif = JSON.parse((await run('--format', 'sarif')).stdout);
  expect(sarif).toBeValidSarifLog();
  const [{ results, tool }] = sarif.runs;
  expect(tool.driver.version).toBe(version);
  expect(
    countsOf(
      results.map(({ ruleId, properties: { state } }: never) => ({
        ruleId,
        state,
      })),
    ),
  ).toEqual(counts);
  expect(results[0].locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'catalog-info.yaml' },
    region: { startLine: 6 },
  });

  const { testsuites } = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: name => name === 'testsuite',
  }).parse((await run('--format', 'junit')).stdout);
  const inSuites = (name: 'tests' | 'failures' | 'skipped') =>
    testsuites.testsuite.reduce(
      (total: number, suite: Record<typeof name, string>) =>
        total + Number(suite[name]),
      0,
    );
  const sum = (...states: string[]) =>
    Object.entries(counts)
      .filter(([key]) => states.includes(key.split(' ')[1]))
      .reduce((total, [, number]) => total + number, 0);
  expect([
    inSuites('tests'),
    inSuites('failures'),
    inSuites('skipped'),
  ]).toEqual([
    sum('pass', 'fail', 'unmeasured'),
    sum('fail'),
    sum('unmeasured'),
  ]);
});

it('writes a file, and leaves out states and rules that are not asked for', async () => {
  write({ 'catalog-info.yaml': SHOP });
  const { stdout } = await run(
    ...['--output', 'report.json', '--format', 'json'],
    ...['--rule', 'economic-customer', '--rule', 'team-staffed'],
    ...['--state', 'fail'],
  );
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  expect(report.about).toMatchObject({
    at: '2026-06-30T00:00:00.000Z',
    rules: [{ id: 'economic-customer' }, { id: 'team-staffed' }],
  });
  expect(countsOf(report.findings)).toEqual({
    'economic-customer fail': 1,
    'team-staffed fail': 1,
  });
  expect(stdout).toContain('component:default/job');
});

it.each([
  [[], 1],
  [['--fail-on', 'warning'], 1],
  [['--fail-on', 'never'], 0],
  [['--rule', 'team-staffed'], 0],
  [['--rule', 'team-staffed', '--fail-on', 'warning'], 1],
  [['--rule', 'readable-declarations', '--fail-on', 'warning'], 0],
  [['--rule', 'nonsense'], 2],
  [['--format', 'pdf'], 2],
  [['--fail-on', 'sometimes'], 2],
  [['--now', 'tomorrow'], 2],
  [['--portal', 'portal.example.com'], 2],
  [['--nonsense'], 2],
  [['no-such.yaml'], 2],
  [['--exemptions', 'no-such.yaml'], 2],
  [['--config', 'no-such.yaml'], 2],
  [['--output', 'no-such-folder/report.txt'], 2],
])('exits after %p with %d', async (args, exitCode) => {
  write({ 'catalog-info.yaml': SHOP });
  const result = await runCli(['audit', ...args], { folder });
  expect(result.exitCode).toBe(exitCode);
  expect(result.stderr).toMatch(exitCode === 2 ? /^\S.*\.\s?/ : /^$/);
  expect(result.stderr).not.toMatch(/^ +at /m);
});

it('says what it can do', async () => {
  const { exitCode, stdout } = await runCli(['--help'], { folder });
  expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^Usage: /)]);
  const { stdout: told } = await runCli(['--version'], { folder });
  expect(told).toBe(`${version}\n`);
  const unknown = await runCli(['aduit'], { folder });
  expect([unknown.exitCode, unknown.stderr]).toEqual([
    2,
    'There is no command "aduit". See customer-layer audit --help.\n',
  ]);
});

it('is a command of backstage-cli, too', async () => {
  write({ 'catalog-info.yaml': SHOP });
  for (const args of [[], ['--fail-on', 'never'], ['--format', 'pdf']]) {
    const asModule = await runCli(['audit', ...args], {
      folder,
      asModule: true,
    });
    expect(asModule).toEqual(await runCli(['audit', ...args], { folder }));
  }
});

it('reads globs, and files that a Location names', async () => {
  write({
    'a/catalog-info.yaml': component('web'),
    'b/catalog-info.yaml': `
apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: all }
spec: { targets: ['./more/*.yaml', '../a/catalog-info.yaml', './gone.yaml', 'https://example.com/other.yaml'] }
`,
    'b/more/job.yaml': component('job'),
  });
  const result = await run('*/catalog-info.yaml', '--format', 'json');
  const files = new Map(
    findingsIn(result).map(({ entityRef, location }) => [
      entityRef,
      location!.file,
    ]),
  );
  expect(Object.fromEntries(files)).toEqual({
    'component:default/web': 'a/catalog-info.yaml',
    'component:default/job': 'b/more/job.yaml',
  });
  expect(result.stderr.split('\n')).toEqual([
    'b/catalog-info.yaml:2: error: There is no file "./gone.yaml". Correct the target, or add the file.',
    'b/catalog-info.yaml:2: warning: What is at https://example.com/other.yaml is not read. Give its file as well, or the portal that has it with --portal.',
    '',
  ]);
});

it('tells what of a file can’t be used, with its line, and judges the rest', async () => {
  write({
    'catalog-info.yaml': [
      'kind: Component\nmetadata: { name: [\n',
      component('web', '', FOR_BUYERS),
      component('web'),
      component('bad', ", dependsOn: ['no-kind']"),
      BUYERS.replace('economic', 'historic'),
      TEAM,
      component('t').replace('Component', 'Template'),
      'just text\n',
      '{ a: 1, a: 2 }\n',
    ].join('---\n'),
  });
  const result = await run('--format', 'json', '--rule', 'known-references');
  expect(result.stderr.split('\n').map(line => line.slice(18, 82))).toEqual([
    '3: error: This is not readable YAML, and its document is left ou',
    '11: error: "component:default/web" is here again after catalog-i',
    '17: error: "component:default/bad" is left out, as the catalog w',
    '23: error: "customer:default/buyers" is left out, as the catalog',
    '35: warning: The kind Template of backstage.io/v1alpha1 is not o',
    '40: error: An entity is left out, as the catalog would refuse it',
    '42: error: This is not readable YAML, and its document is left o',
    '',
  ]);
  const [finding, ...others] = findingsIn(result);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    entityRef: 'component:default/web',
    state: 'fail',
    location: { line: 5 },
  });
  expect(finding.evidence[0].text).toContain('refused by the catalog');
});

it('goes by exemptions until they expire, and tells those of no use', async () => {
  const exemption = (rule: string, subject: string, expiresOn: string) =>
    `- rule: ${rule}
  subject: ${subject}
  reason: It goes in autumn
  approvedBy: user:default/ada
  expiresOn: ${expiresOn}
`;
  write({
    'catalog-info.yaml': SHOP,
    'exemptions.yaml': [
      exemption('economic-customer', 'component:job', '2026-06-30'),
      exemption('team-staffed', 'group:default/team', '2026-06-29'),
      exemption('economic-customer', 'component:web', '2026-12-31'),
      exemption('economic-customer', 'component:gone', '2026-12-31'),
      exemption('no-such-rule', 'component:web', '2026-12-31'),
    ].join(''),
  });
  const result = await run('--exemptions', 'exemptions.yaml', '--format=json');
  expect(result.exitCode).toBe(0);
  const findings = findingsIn(result);
  expect(findings.filter(({ state }) => state === 'exempt')).toEqual([
    expect.objectContaining({
      ruleId: 'economic-customer',
      entityRef: 'component:default/job',
      exemption: { id: 'exemptions.yaml:1', expiresOn: '2026-06-30' },
      reason: 'It goes in autumn (approved by user:default/ada)',
    }),
  ]);
  expect(countsOf(findings)['team-staffed fail']).toBe(1);
  expect(result.stderr.split('\n').map(line => line.slice(0, 84))).toEqual([
    'exemptions.yaml:6: warning: The exemption of "group:default/team" from team-staffed ',
    'exemptions.yaml:11: warning: "component:default/web" needs no exemption from economi',
    'exemptions.yaml:16: warning: "component:default/gone", which is exempt from economic',
    'exemptions.yaml:21: warning: There is no rule "no-such-rule" to be exempt from. Corr',
    '',
  ]);
  write({
    'exemptions.yaml': '- rule: economic-customer\n  expiresOn: soon\n',
  });
  const refused = await run('--exemptions', 'exemptions.yaml');
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toContain(
    'exemptions.yaml:1: approvedBy must be given',
  );
  expect(refused.stderr).toContain(
    'exemptions.yaml:1: expiresOn must be a day',
  );
});

it('goes by the configuration of the portal', async () => {
  write({
    'catalog-info.yaml': `${SHOP}---${component(
      'odd',
      '',
      '{ customer-layer.io/stage: outside }',
    )}`,
    'app-config.yaml': `
app: { title: '\${TITLE}' }
customerLayer:
  strict: true
  operations: { assumeOwner: false }
  audit: { rules: { economic-customer: { severity: warning }, team-staffed: { enabled: false } } }
`,
  });
  const result = await run('--config', 'app-config.yaml', '--format', 'json');
  const findings = findingsIn(result);
  const counts = countsOf(findings);
  expect(counts['operations-team fail']).toBe(1);
  expect(counts['team-staffed fail']).toBeUndefined();
  expect(
    findings.find(({ ruleId }) => ruleId === 'economic-customer')?.severity,
  ).toBe('warning');
  expect(result.stderr).toMatch(/"component:default\/odd" is left out/);

  write({
    'app-config.yaml': 'customerLayer: { audit: { rules: { x: {} } } }',
  });
  const refused = await run('--config', 'app-config.yaml');
  expect([refused.exitCode, refused.stderr]).toEqual([
    2,
    expect.stringContaining('customerLayer.audit.rules'),
  ]);
});
