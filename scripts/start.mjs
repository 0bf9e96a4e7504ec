/** `npm start`: the demo portal, from a fresh clone to an address to open. */
import { buildApp } from './buildApp.mjs';
import { readOptions, usage, UsageError } from './options.mjs';
import { isPortFree, portalReady, startPortal } from './portal.mjs';
import { install, stopAll } from './toolchain.mjs';

let running = false;
let stopping = false;

const group = { detached: process.platform !== 'win32' };

function announce({ address, entities, logFile, catalog }) {
  const look = catalog
    ? `  ${entities} entities of ${catalog}. Open one and its Customers tab.`
    : `  Whom does it serve?      ${address}/catalog/default/component/booking-website/customers
  What rests on this?      ${address}/catalog/default/resource/booking-database/customers
  What does a customer get? ${address}/catalog/default/customer/travellers
  Mistakes, deliberate     ${address}/catalog/default/component/snore-detector/customers`;
  console.log(`
The portal is ready: ${address}

${look}

Log: ${logFile}. Ctrl-C stops the portal.`);
}

async function start({ port, app, catalog }) {
  if (!(await isPortFree(port))) {
    throw new UsageError(
      `Port ${port} is in use. Stop what uses it, or take another port: npm start -- --port ${port + 1}`,
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
        new UsageError(
          `The backend stopped with exit code ${code}. The end of ${portal.logFile} says why:\n\n${portal.lastLines()}`,
        ),
      ),
    ),
  );
  const ready = await Promise.race([portalReady(address), ended]);
  if (!ready) {
    throw new UsageError(
      `The portal started, but after two minutes its catalog is empty or its customer layer isn't built. See ${portal.logFile}${catalog ? `, and check that ${catalog} is a catalog file` : ''}.`,
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
  process.on(signal, async () => {
    if (!stopping) {
      stopping = true;
      await stopAll();
      process.exit(running ? 0 : 130); // To stop a running portal is no failure.
    }
  });
}

main().catch(async error => {
  if (stopping) {
    return; // The signal ends us once everything has stopped.
  }
  stopping = true;
  console.error(error instanceof UsageError ? error.message : error);
  await stopAll();
  process.exit(1);
});
