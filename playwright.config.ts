import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { clockFile } from './packages/app/e2e-tests/clock';

const portal = (name: string, options: string, startedLine: RegExp) => ({
  name,
  command: `node scripts/start.mjs --port 0 ${options}`,
  wait: { stdout: startedLine },
  stdout: 'pipe' as const,
  timeout: 300_000,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
});

// Each portal takes a free port and says which; the name of the group is the environment variable that holds it.
export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results/artifacts',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  webServer: [
    {
      ...portal(
        'audit',
        '',
        /The portal is ready: http:\/\/localhost:(?<audit_port>\d+)/,
      ),
      env: {
        NODE_OPTIONS: `--require ${join(
          __dirname,
          'packages/app/e2e-tests/shiftedClock.cjs',
        )}`,
        SHIFTED_CLOCK: clockFile,
        // A database knows the real time, and would find its keys too old at once.
        APP_CONFIG_auth_keyStore_provider: 'memory',
      },
    },
    portal(
      'examples',
      '',
      /The portal is ready: http:\/\/localhost:(?<examples_port>\d+)/,
    ),
    portal(
      'classic',
      '--classic --catalog examples/gitlab-2022/catalog-info.yaml',
      /The portal is ready: http:\/\/localhost:(?<classic_port>\d+)/,
    ),
  ],
  use: {
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
