/** The benchmarks: `npm run bench`. */
import { parseArgs } from 'node:util';
import { buildApp } from './buildApp.mjs';
import { findChromium } from './chromium.mjs';
import { startPostgres } from './postgres.mjs';
import { install, stopAll, UserError, yarn } from './toolchain.mjs';

const usage = `Usage: npm run bench [-- [PART ...] [options]]

Parts: shape, build, layers, bulk, begin, rules, update, eventLoop, masking, http, audit; all of these without a name. And freshness,
which takes half an hour; and paint, which needs Chromium or Chrome.

  --sizes N,N,...   the sizes of the catalogs that growth is measured over, of "shape" and "build"
  --entities N      the size of the catalog of the others, 100000 unless told, and 10000 for "paint"
  --help            show this text`;

const parts = {
  shape: {},
  build: {},
  layers: {},
  bulk: {},
  begin: {},
  rules: {},
  update: {},
  eventLoop: {},
  masking: {},
  http: { onPostgres: true },
  audit: { onPostgres: true },
  freshness: { onPostgres: true, onlyByName: true },
  paint: { onPostgres: true, inBrowser: true, onlyByName: true },
};

function readCommand() {
  let command;
  try {
    command = parseArgs({
      allowPositionals: true,
      options: {
        sizes: { type: 'string' },
        entities: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UserError(`${error.message.split('. ')[0]}.\n\n${usage}`);
  }
  const unknown = command.positionals.find(name => !(name in parts));
  if (unknown !== undefined) {
    throw new UserError(`There is no part "${unknown}".\n\n${usage}`);
  }
  const { help, ...options } = command.values;
  return {
    help,
    wanted: command.positionals.length
      ? command.positionals
      : Object.keys(parts).filter(name => !parts[name].onlyByName),
    args: Object.entries(options).flatMap(([name, value]) => [
      `--${name}`,
      value,
    ]),
  };
}

async function runPart(name, args) {
  const { onPostgres, inBrowser } = parts[name];
  if (inBrowser) {
    await buildApp('app');
  }
  const postgres = onPostgres ? await startPostgres() : undefined;
  try {
    return await yarn(
      [
        'node',
        '--expose-gc',
        // As the backend is run from source; what other loaders add to functions would be measured, too.
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        `bench/${name}.ts`,
        ...args,
      ],
      {
        env: {
          ...(postgres && {
            CUSTOMER_LAYER_BENCH_POSTGRES: postgres.connection,
          }),
          ...(inBrowser && { CHROMIUM_PATH: findChromium() }),
        },
      },
    );
  } finally {
    await postgres?.stop();
  }
}

async function main() {
  const { help, wanted, args } = readCommand();
  if (help) {
    console.log(usage);
    return;
  }
  await install();
  for (const name of wanted) {
    if ((await runPart(name, args)) !== 0) {
      process.exitCode = 1;
      return;
    }
  }
}

process.once('SIGINT', () => stopAll());
process.once('SIGTERM', () => stopAll());
main().catch(error => {
  console.error(error instanceof UserError ? error.message : error);
  process.exitCode = 1;
});
