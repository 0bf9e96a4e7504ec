import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Browser, chromium } from '@playwright/test';
import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';
import knexFactory from 'knex';
import { createDatabase, fillCatalogTables } from './CatalogTables';
import { readOptions, run } from './options';
import { PaintPage, Shifts, Sight } from './PaintPage';
import { PaintPortal, startPaintPortal } from './paintPortal';
import { pick, seededRandom } from './random';
import { printLine, printTable, printTitle, spread } from './report';
import { openSyntheticCatalog, SyntheticCatalog } from './syntheticCatalog';

const ENTITIES = 20;
// Seen, and not measured, so that the browser and the portal have met each page before.
const WARM_UP = 3;
const DIST = join(__dirname, '..', 'packages', 'app', 'dist');

/** A component, and what has to be seen on its pages for them to be of use. */
type Subject = {
  path: string;
  /** Its owner, on the overview. */
  about: Sight;
  /** One of the APIs that it consumes, on the stock tab. */
  apis: Sight;
  /** One of its customers, on ours. */
  customers: Sight;
};

/** What a page may call an entity: by its name, until the catalog has told how it is titled. */
const namesOf = (ref: string) => {
  const { name } = parseEntityRef(ref);
  return [name, name.replaceAll('-', ' ')];
};

/** Components that consume APIs and have customers. */
async function subjectsOf(
  catalog: SyntheticCatalog,
  portal: PaintPortal,
): Promise<Subject[]> {
  const random = seededRandom(11);
  const nodes = Array.from({ length: catalog.size }, (_, node) => node).filter(
    node => catalog.ref(node).startsWith('component:'),
  );
  const subjects = new Map<string, Subject>();
  while (subjects.size < WARM_UP + ENTITIES) {
    const node = pick(random, nodes);
    const ref = catalog.ref(node);
    const { relations = [] } = catalog.entity(node);
    const targets = (...types: string[]) =>
      relations.flatMap(({ type, targetRef }) =>
        types.includes(type) && !/\/former-/.test(targetRef)
          ? namesOf(targetRef)
          : [],
      );
    const owners = targets('ownedBy');
    const apis = targets('consumesApi');
    if (owners.length && apis.length && !subjects.has(ref)) {
      const { customers } = await portal.layers(ref);
      const names = customers
        .filter(({ exists }) => exists)
        .flatMap(({ customerRef }) => namesOf(customerRef));
      if (names.length) {
        subjects.set(ref, {
          path: `/catalog/${DEFAULT_NAMESPACE}/component/${
            parseEntityRef(ref).name
          }`,
          about: { heading: 'About', texts: owners },
          apis: { heading: 'Consumed APIs', texts: apis, gone: 'About' },
          customers: { heading: 'Layers', texts: names },
        });
      }
    }
  }
  return [...subjects.values()];
}

/** What one look at a component took, in milliseconds, and what moved meanwhile. */
type Look = {
  loadOverview: number;
  openTab: number;
  openApis: number;
  loadTab: number;
  shiftsOfOverview: Shifts;
  shiftsOfTab: Shifts;
};

async function lookAt(
  { path, about, apis, customers }: Subject,
  options: { page: PaintPage; address: string; apisFirst: boolean },
): Promise<Look> {
  const { page, address, apisFirst } = options;
  const loadOverview = await page.load(address + path, about);
  await page.settle();
  const shiftsOfOverview = await page.shiftsAfter('About');
  const opened = { openTab: 0, openApis: 0 };
  const tabs = [
    ['openTab', 'Customers', customers],
    ['openApis', 'APIs', apis],
  ] as const;
  // Each is the first every other time: the second finds some of what it needs.
  for (const [key, name, sight] of apisFirst ? [...tabs].reverse() : tabs) {
    opened[key] = await page.follow(name, sight);
    await page.settle();
  }
  const loadTab = await page.load(`${address}${path}/customers`, customers);
  await page.settle();
  return {
    loadOverview,
    ...opened,
    loadTab,
    shiftsOfOverview,
    shiftsOfTab: await page.shiftsAfter('Customer layer'),
  };
}

function printPaints(looks: readonly Look[]): void {
  const row = (
    what: string,
    key: 'openTab' | 'openApis' | 'loadTab' | 'loadOverview',
  ) => {
    const {
      'p50 ms': p50,
      'p95 ms': p95,
      'max ms': max,
    } = spread(looks.map(look => look[key]));
    return {
      [`${looks.length} components`]: what,
      'p50 ms': p50,
      'p95 ms': p95,
      'max ms': max,
    };
  };
  printTable([
    row('from a click to the Customers tab', 'openTab'),
    row('from a click to the stock APIs tab', 'openApis'),
    row('the whole portal, to the Customers tab', 'loadTab'),
    row('the whole portal, to the stock overview', 'loadOverview'),
  ]);
}

function printShifts(looks: readonly Look[]): void {
  const row = (page: string, key: 'shiftsOfTab' | 'shiftsOfOverview') => {
    const of = (which: keyof Shifts) =>
      Math.max(...looks.map(look => look[key][which]));
    return {
      page,
      'of its content, at most': of('ofContent'),
      'of all, at most': of('all'),
    };
  };
  printTable([
    row('Customers tab', 'shiftsOfTab'),
    row('stock overview', 'shiftsOfOverview'),
  ]);
}

// Its class names, which nothing else has.
const CHARTS = /recharts-(wrapper|surface)/;

/** Looks at what is fetched, with a browser that has fetched nothing before. */
async function compareScripts(
  { path, about, customers }: Subject,
  options: { browser: Browser; address: string },
): Promise<void> {
  const { browser, address } = options;
  const context = await browser.newContext();
  const page = await PaintPage.open(context);
  await page.load(address + path, about);
  await page.settle();
  const overview = page.takeScripts();
  await page.follow('Customers', customers);
  await page.settle();
  const tab = page.takeScripts();
  await context.close();
  const row = (what: string, scripts: readonly string[]) => {
    const files = scripts.map(script => readFileSync(join(DIST, script)));
    return {
      fetched: what,
      files: scripts.length,
      'kB gzipped':
        files.reduce((sum, file) => sum + gzipSync(file).length, 0) / 1000,
      charts: files.some(file => CHARTS.test(file.toString())) ? 'yes' : 'no',
    };
  };
  printTable([
    row('for the stock overview', overview),
    row('beyond that, when the Customers tab is opened', tab),
  ]);
}

async function compare(): Promise<void> {
  const { entities } = readOptions(10_000);
  const server = process.env.CUSTOMER_LAYER_BENCH_POSTGRES;
  const executablePath = process.env.CHROMIUM_PATH;
  if (!server || !executablePath) {
    throw new Error(
      'There is no PostgreSQL server or no browser. Run this part with: npm run bench -- paint',
    );
  }
  const catalog = openSyntheticCatalog(entities);
  const connection = await createDatabase(server, 'backstage_plugin_catalog');
  const knex = knexFactory({ client: 'pg', connection });
  await fillCatalogTables(knex, catalog);
  await knex.destroy();
  const userRef = Array.from({ length: entities }, (_, node) =>
    catalog.ref(node),
  ).find(ref => ref.startsWith('user:'))!;

  const portal = await startPaintPortal({ connection: server, userRef });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const { address } = portal;
    const subjects = await subjectsOf(catalog, portal);
    printTitle(
      `The Customers tab in a browser, ${entities.toLocaleString(
        'en-US',
      )} entities`,
    );
    await compareScripts(subjects[0], { browser, address });
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
    });
    const page = await PaintPage.open(context);
    const looks: Look[] = [];
    for (const [index, subject] of subjects.entries()) {
      const apisFirst = index % 2 === 1;
      looks.push(await lookAt(subject, { page, address, apisFirst }));
    }
    const measured = looks.slice(WARM_UP);
    printLine('Until the text of the answer is painted:');
    printPaints(measured);
    printLine(
      'Layout shifts from the first byte until nothing more is asked for:',
    );
    printShifts(measured);
  } finally {
    await browser.close();
    await portal.stop();
  }
}

run(compare);
