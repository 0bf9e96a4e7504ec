/** `npm start`: the demo portal, from a fresh clone to an address to open. */
import { buildApp } from './buildApp.mjs';
import { readOptions, usage } from './options.mjs';
import { portalReady, startPortal } from './portal.mjs';
import { freePort, isPortFree } from './ports.mjs';
import { install, lastLines, stopAll, UserError } from './toolchain.mjs';

let running = false;
let stopping = false;

async function stop() {
  if (!stopping) {
    stopping = true;
    await stopAll();
    process.exit(running ? 0 : 130); // To stop a running portal is no failure.
  }
}

const group = { detached: process.platform !== 'win32' };

const examples = {
  'whom a service is for': 'component/booking-website/customers',
  'whom a shared database serves': 'resource/booking-database/customers',
  'what a customer gets': 'customer/travellers/customers',
  'what a mistake looks like': 'component/ghost-train/customers',
};

function announce({ address, entities, log, catalog }) {
  const look = catalog
    ? `It shows the ${entities} entities of ${catalog}: open one, and its Customers tab.`
    : Object.entries(examples)
        .map(
          ([what, path]) =>
            `  ${what.padEnd(31)}${address}/catalog/default/${path}`,
        )
        .join('\n');
  console.log(`
The portal is ready: ${address}

${look}

Its log: ${log}
Ctrl-C stops it.`);
}

async function start({ app, catalog, ...options }) {
  const port = options.port || (await freePort());
  if (!(await isPortFree(port))) {
    throw new UserError(
      `Port ${port} is in use. Stop what uses it, or take another port: npm start -- --port ${
        port + 1
      }`,
    );
  }
  await install(group);
  await buildApp(app, group);

  console.log('Starting the portal.');
  const portal = startPortal({ port, app, catalog });
  const address = `http://localhost:${port}`;
  const ended = new Promise((_, reject) =>
    portal.child.once('exit', code =>
      reject(
        new UserError(
          `${lastLines(
            portal.log,
          )}\n\nThe backend stopped with exit code ${code}: correct what is said above, and try again. All of it is in ${
            portal.log
          }.`,
        ),
      ),
    ),
  );
  const ready = await Promise.race([portalReady(address), ended]);
  if (!ready) {
    const file = catalog ?? 'examples/catalog.yaml';
    throw new UserError(
      `The portal runs, but nothing of ${file} came into its catalog. Check that it is a catalog file; ${portal.log} says what was wrong with it.`,
    );
  }
  running = true;
  announce({ address, ...ready, ...portal, catalog });
  await ended;
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return;
  }
  await start(options);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, stop);
}
if (process.env.npm_lifecycle_event) {
  // A signal to npm itself doesn't reach us, but our parent is gone then.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 1_000).unref();
}

main().catch(async error => {
  if (stopping) {
    return; // The signal ends us once everything has stopped.
  }
  stopping = true;
  console.error(error instanceof UserError ? error.message : error);
  await stopAll();
  process.exit(1);
});
