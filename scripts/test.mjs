/** `npm test`: every check that a change must pass, then one line that counts them. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stampApp } from './buildApp.mjs';
import { findChromium } from './chromium.mjs';
import { install, root, stopAll, UserError, yarn } from './toolchain.mjs';

const results = join(root, 'test-results');
const group = { detached: process.platform !== 'win32' };
const env = { CI: 'true', BACKSTAGE_TEST_DISABLE_DOCKER: '1' };

const run = (args, options) => yarn(args, { ...group, env, ...options });
const check = (...args) => run(args).then(code => (code ? 1 : 0));

/** What a test runner left in its report; without one, it counts as one failure. */
function counted(file, code, count) {
  let counts;
  try {
    counts = count(JSON.parse(readFileSync(join(results, file), 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  }
  // Something failed beside the tests, such as a setting or a server.
  return code && !counts.failed ? { ...counts, failed: 1 } : counts;
}

/** Without a connection the tests of a database are passed over in silence, and that must not look like success. */
function ranOnPostgres({ testResults }) {
  const ran = testResults
    .flatMap(file => file.assertionResults)
    .some(
      ({ fullName, status }) =>
        fullName.includes('POSTGRES') && status === 'passed',
    );
  if (!ran) {
    console.error('No test passed on PostgreSQL. See above why it is missing.');
  }
  return ran;
}

async function unit() {
  const code = await run([
    'node',
    'scripts/withPostgres.mjs',
    ...['backstage-cli', 'repo', 'test', '--json'],
    ...['--outputFile', join(results, 'unit.json')],
  ]);
  return counted('unit.json', code, report => ({
    passed: report.numPassedTests,
    failed:
      report.numFailedTests +
      report.numRuntimeErrorTestSuites +
      (ranOnPostgres(report) ? 0 : 1),
  }));
}

async function build() {
  const failed = await check('build:all');
  if (!failed) {
    ['app', 'app-classic'].forEach(stampApp);
  }
  return failed;
}

async function browser() {
  const code = await run(['playwright', 'test'], {
    env: { ...env, CHROMIUM_PATH: findChromium() },
  });
  return counted('browser.json', code, ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
  }));
}

// A step answers how many tests passed and failed, or, where it is one check, how often it failed.
const steps = [
  ['format', 'Formatting', () => check('prettier:check')],
  ['lint', 'Lint', () => check('lint')],
  ['metadata', 'Package metadata', () => check('fix', '--check')],
  ['types', 'Types', () => check('tsc')],
  ['api', 'API reports', () => check('api-reports', '--ci')],
  ['unit', 'Unit and integration tests', unit],
  ['build', 'Build', build],
  ['browser', 'Browser tests', browser],
];

const usage = `Usage: npm test [-- --only STEP[,STEP]]

Steps: ${steps.map(([name]) => name).join(', ')}`;

function readSteps() {
  try {
    const { only } = parseArgs({
      options: { only: { type: 'string' } },
    }).values;
    const wanted = only?.split(',');
    const unknown = wanted?.find(
      name => !steps.some(([known]) => known === name),
    );
    if (unknown === undefined) {
      return steps.filter(([name]) => !wanted || wanted.includes(name));
    }
    console.error(`There is no step "${unknown}".\n\n${usage}`);
  } catch (error) {
    console.error(`${error.message.split('. ')[0]}.\n\n${usage}`);
  }
  return process.exit(2);
}

async function attempt(action) {
  try {
    const result = (await action()) ?? 0;
    return typeof result === 'number'
      ? { passed: result ? 0 : 1, failed: result }
      : result;
  } catch (error) {
    console.error(error instanceof UserError ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

async function main() {
  const wanted = readSteps();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });

  const summary = [];
  const step = async (title, action) => {
    console.log(`\n--- ${title}`);
    const start = Date.now();
    const counts = await attempt(action);
    summary.push({ title, ...counts, seconds: (Date.now() - start) / 1000 });
    return counts.failed === 0;
  };

  // Without the packages nothing else can run.
  if (await step('Install', () => install(group))) {
    for (const [, title, action] of wanted) {
      await step(title, action);
    }
  }

  console.log('\n--- Summary');
  for (const { title, passed, failed, seconds } of summary) {
    const verdict = failed ? `${failed} failed` : 'ok';
    console.log(
      `${title.padEnd(28)} ${`${seconds.toFixed(0)} s`.padStart(6)}  ${String(
        passed,
      ).padStart(5)} passed  ${verdict}`,
    );
  }
  const total = key => summary.reduce((sum, part) => sum + part[key], 0);
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
  process.exitCode = total('failed') ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    await stopAll();
    process.exit(130);
  });
}

await main();
