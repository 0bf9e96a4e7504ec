import { Person, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

// From a file in a real catalog, under a real permission policy, to what people find.

const WORDS = {
  open: 'moonwalkers',
  openTitle: 'pedestrians',
  secret: 'falconbridge',
  secretTitle: 'umbrella',
  hearsay: 'quicksilver',
  hearsayTitle: 'thermometer',
};

type Portal = Awaited<ReturnType<typeof startPortal>>;

type Findings = Record<keyof typeof WORDS, string[]>;

/** What somebody finds by each of the words. */
async function findingsOf(person: Person, portal: Portal): Promise<Findings> {
  const titles = await Promise.all(
    Object.entries(WORDS).map(async ([key, word]) => [
      key,
      await portal.titles(word, person),
    ]),
  );
  return Object.fromEntries(titles);
}

/** Waits until an indexing has seen the whole catalog and the customer layer of it. */
async function settled(portal: Portal) {
  for (const end = Date.now() + 60_000; ; ) {
    const seen = await portal
      .titles(WORDS.open, 'insider')
      .catch((error: Error) => [error.message]);
    if (seen.includes('vault')) {
      return;
    }
    if (Date.now() > end) {
      throw new Error(`Nothing but ${JSON.stringify(seen)} was found in time`);
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

async function findings(options: Parameters<typeof startPortal>[0]) {
  const portal = await startPortal(options);
  try {
    await settled(portal);
    const { results } = await portal.query('boots', 'outsider');
    return {
      insider: await findingsOf('insider', portal),
      outsider: await findingsOf('outsider', portal),
      snippet: results[0].document.text,
    };
  } finally {
    await portal.stop();
  }
}

describe('search', () => {
  it('tells by itself nobody more than the entities that they may read', async () => {
    expect(await findings({})).toEqual({
      insider: {
        open: ['Lunar pedestrians', 'storefront', 'undercroft', 'vault'],
        openTitle: ['Lunar pedestrians'],
        // Not "ledger", on which "storefront" rests: that customer is derived.
        secret: ['Umbrella Incorporated', 'storefront'],
        secretTitle: ['Umbrella Incorporated'],
        // Not "gossip", of which only the customer says that it is for it; nor "cellar", which inherits it.
        hearsay: ['Thermometer makers', 'undercroft'],
        hearsayTitle: ['Thermometer makers'],
      },
      outsider: {
        // Not "cellar", which has its customers from a system that the outsider may not read; nor "vault" itself.
        open: ['Lunar pedestrians', 'storefront'],
        openTitle: ['Lunar pedestrians'],
        // The outsider reads this name in the annotations of "storefront", but the title nowhere.
        secret: ['storefront'],
        secretTitle: [],
        hearsay: [],
        hearsayTitle: [],
      },
      snippet: 'Sells boots. · Customers: falconbridge, moonwalkers',
    });
  });

  it('names public customers in full and others as before', async () => {
    const { insider, outsider, snippet } = await findings({
      search: {
        publicCustomers: { 'metadata.labels.confidential': { $exists: false } },
        sources: ['declared', 'inherited', 'derived'],
      },
    });
    expect(insider.openTitle).toEqual([
      'Lunar pedestrians',
      'cellar',
      'ledger',
      'storefront',
      'undercroft',
      'vault',
    ]);
    expect(outsider).toEqual({
      open: ['Lunar pedestrians', 'cellar', 'ledger', 'storefront'],
      openTitle: ['Lunar pedestrians', 'cellar', 'ledger', 'storefront'],
      secret: ['storefront'],
      secretTitle: [],
      hearsay: [],
      hearsayTitle: [],
    });
    expect(snippet).toBe(
      'Sells boots. · Customers: falconbridge, Lunar pedestrians (moonwalkers)',
    );
  });

  it('names all customers where permissions are off', async () => {
    const { insider, outsider } = await findings({ permissions: false });
    expect(outsider).toEqual(insider);
    expect(insider.hearsayTitle).toEqual([
      'Thermometer makers',
      'cellar',
      'gossip',
      'undercroft',
    ]);
    expect(insider.secretTitle).toEqual([
      'Umbrella Incorporated',
      'storefront',
    ]);
  });
});
