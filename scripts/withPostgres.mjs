/** Runs Yarn beside a PostgreSQL server that ends with it: `node scripts/withPostgres.mjs <args of yarn>`. */
import { spawn } from 'node:child_process';
import { startPostgres } from './postgres.mjs';

function run(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn('yarn', args, {
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}

// A signal reaches the command as well: wait for it, so that nothing is left behind.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

const postgres = await startPostgres();
try {
  process.exitCode = await run(process.argv.slice(2), {
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING: postgres.connection,
  });
} finally {
  await postgres.stop();
}
