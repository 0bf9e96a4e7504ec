import { askAll, CLIENTS } from './askAll';
import { PortalProcess, textOf } from './PortalProcess';
import { pick, seededRandom } from './random';
import {
  checkSame,
  format,
  printLine,
  printTable,
  printTitle,
  spread,
} from './report';
import { SyntheticCatalog } from './syntheticCatalog';

const QUESTIONS = 200;
const WARM_UP = 20;

const byName = (ref: string) => `by-name/${ref.replace(':', '/')}`;

/** Pages about customers and teams, each with the addresses it asks for, and those of its baseline. */
function screensOf(catalog: SyntheticCatalog) {
  const refs = Array.from({ length: catalog.size }, (_, n) => catalog.ref(n));
  const random = seededRandom(11);
  const some = (kind: string) => {
    const ofKind = refs.filter(ref => ref.startsWith(`${kind}:`));
    return Array.from({ length: QUESTIONS }, () => pick(random, ofKind));
  };
  const texts = Array.from({ length: QUESTIONS }, (_, i) => String(i));
  const listed = 'filter=kind=customer&fields=kind,metadata,spec,relations';
  return [
    {
      screen: 'customers, a page of 100 by tier',
      ours: texts.map(() => 'customers?limit=100&sort=tier'),
      theirs: texts.map(() => `entities/by-query?${listed}&limit=100`),
    },
    {
      screen: 'customers, by what serves them, searched for',
      ours: texts.map(text => `customers?limit=100&sort=serves&text=${text}`),
      theirs: texts.map(
        text =>
          `entities/by-query?${listed}&limit=100&fullTextFilterTerm=${text}` +
          `&fullTextFilterFields=metadata.name,metadata.title`,
      ),
    },
    {
      screen: "a customer's page",
      ...ask(some('customer'), 'delivery', 'relations.haseconomiccustomer'),
    },
    {
      screen: "a team's page",
      ...ask(some('group'), 'operations', 'relations.operatedby'),
    },
  ];

  function ask(about: string[], what: string, relation: string) {
    return {
      ours: about.map(ref => `${what}/${byName(ref)}`),
      theirs: about.map(
        ref =>
          `entities/by-query?filter=${relation}=${ref}&limit=1000&fields=kind,metadata,spec,relations`,
      ),
    };
  }
}

/**
 * Asks for what the pages of customers and teams show. The baseline is the one request to the catalog's own API that
 * lists the same entities: all customers, or those that name the customer or the team themselves.
 */
export async function measureLists(
  portal: PortalProcess,
  catalog: SyntheticCatalog,
): Promise<void> {
  printTitle(`Pages of customers and teams, ${CLIENTS} clients at once`);
  const rows = [];
  for (const { screen, ours, theirs } of screensOf(catalog)) {
    const answer = (path: string) => portal.customerLayer(path);
    await askAll(ours.slice(0, WARM_UP), answer);
    await portal.figures();
    const measured = await askAll(ours, answer);
    const { longestDelayMs } = await portal.figures();
    const baseline = await askAll(theirs, path =>
      portal.catalog<{ items: unknown[]; totalItems: number }>(path),
    );
    const bytes = measured.found.map(found => textOf(found).length);
    rows.push(
      {
        page: screen,
        way: 'customer layer',
        ...spread(measured.times),
        'kB each': bytes.reduce((a, b) => a + b, 0) / bytes.length / 1000,
        'event loop late by, ms': longestDelayMs,
      },
      { page: '', way: "the catalog's list", ...spread(baseline.times) },
    );
    if (screen.startsWith('customers')) {
      checkSame(
        screen,
        measured.found.map(found => JSON.parse(textOf(found)).totalItems),
        baseline.found.map(({ totalItems }) => totalItems),
      );
    }
  }
  printTable(rows);
  printLine(
    `The catalog's list says which customers there are, or what names one itself. It knows nothing of ${format(
      catalog.relations,
    )} relations: what serves whom through others, what that rests on, and how ready the teams behind are.`,
  );
}
