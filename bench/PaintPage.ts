import { BrowserContext, Page } from '@playwright/test';

/** What has to be seen on a page, so that it is of use: one of some texts, somewhere after a heading. */
export type Sight = {
  heading: string;
  texts: string[];
  /** A heading of the page before, which has the same. */
  gone?: string;
};

/** What moved on a page while it was loaded, as the sum of its layout shifts. */
export type Shifts = {
  all: number;
  /** Of those that moved something of the part of the page that one looks at. */
  ofContent: number;
};

// Between what a page asks for and what it then finds out that it needs, too.
const QUIET_MS = 1500;
// What is not answered by then, or was given up with the page before, never is.
const PATIENCE_MS = 10_000;

type Watching = {
  /** When the frame with the sight was painted, in milliseconds since the page was asked for. */
  painted(sight: Sight): Promise<number>;
  shiftsAfter(heading: string): Shifts;
};

declare global {
  interface Window {
    watching: Watching;
  }
}

/** Runs in the page, before all of its scripts. */
function watch(): void {
  const shifts: Array<{ value: number; nodes: Node[] }> = [];
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      const { value, sources } = entry as PerformanceEntry & {
        value: number;
        sources: Array<{ node: Node | null }>;
      };
      const nodes = sources.flatMap(({ node }) => (node ? [node] : []));
      shifts.push({ value, nodes });
    }
  }).observe({ type: 'layout-shift', buffered: true });

  const headingOf = (text: string) =>
    [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].find(
      ({ textContent }) => textContent === text,
    );
  const follows = (node: Node, heading: Node) =>
    Boolean(
      heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
  const isSeen = ({ heading, texts, gone }: Sight): boolean => {
    const found = headingOf(heading);
    if (!found || (gone && headingOf(gone))) {
      return false;
    }
    const walker = document.createTreeWalker(
      document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (walker.currentNode = found; walker.nextNode(); ) {
      const { textContent, parentElement } = walker.currentNode;
      if (
        texts.includes((textContent ?? '').trim()) &&
        parentElement?.checkVisibility()
      ) {
        return true;
      }
    }
    return false;
  };
  window.watching = {
    painted: sight =>
      new Promise((resolve, reject) => {
        const end = performance.now() + 60_000;
        const look = () => {
          if (!isSeen(sight)) {
            if (performance.now() > end) {
              reject(
                new Error(
                  `After "${sight.heading}" is none of ${sight.texts}: ${location}`,
                ),
              );
            }
            requestAnimationFrame(look);
            return;
          }
          // A message comes after the frame that is being made.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(undefined);
        };
        requestAnimationFrame(look);
      }),
    shiftsAfter: heading => {
      const found = headingOf(heading);
      const sum = (some: typeof shifts) =>
        some.reduce((total, { value }) => total + value, 0);
      return {
        all: sum(shifts),
        ofContent: sum(
          shifts.filter(({ nodes }) =>
            nodes.some(node => !found || follows(node, found)),
          ),
        ),
      };
    },
  };
}

/** A page of a portal, whose paints are timed. */
export class PaintPage {
  readonly #page: Page;
  #scripts = new Set<string>();
  #waiting = 0;
  #lastTraffic = performance.now();

  private constructor(page: Page) {
    this.#page = page;
    const count = (change: number) => () => {
      this.#waiting = Math.max(0, this.#waiting + change);
      this.#lastTraffic = performance.now();
    };
    page.on('request', count(1));
    page.on('requestfinished', count(-1));
    page.on('requestfailed', count(-1));
    page.on('response', response => {
      const { pathname } = new URL(response.url());
      if (/^\/static\/.*\.(js|css)$/.test(pathname)) {
        this.#scripts.add(pathname);
      }
    });
  }

  static async open(context: BrowserContext): Promise<PaintPage> {
    await context.addInitScript(watch);
    return new PaintPage(await context.newPage());
  }

  /** Loads an address. @returns how long it took until the sight was painted, in milliseconds */
  async load(address: string, sight: Sight): Promise<number> {
    await this.#page.goto(address, { waitUntil: 'commit' });
    return this.#page.evaluate(
      wanted => window.watching.painted(wanted),
      sight,
    );
  }

  /** Follows a link of the page's tabs. @returns how long it took until the sight was painted, in milliseconds */
  async follow(name: string, sight: Sight): Promise<number> {
    const link = await this.#page
      .getByRole('navigation', { name: 'Content navigation' })
      .getByRole('link', { name, exact: true })
      .elementHandle();
    return this.#page.evaluate(
      async ([element, wanted]) => {
        const began = performance.now();
        (element as HTMLElement).click();
        return (await window.watching.painted(wanted as Sight)) - began;
      },
      [link, sight] as const,
    );
  }

  /** Waits until nothing more is asked for, and nothing more is to be worked out. */
  async settle(): Promise<void> {
    const quiet = () => performance.now() - this.#lastTraffic;
    while (quiet() < (this.#waiting ? PATIENCE_MS : QUIET_MS)) {
      await this.#page.waitForTimeout(50);
    }
    this.#waiting = 0;
    await this.#page.evaluate(
      () => new Promise(resolve => requestIdleCallback(resolve)),
    );
  }

  /** What moved since the address was loaded. */
  shiftsAfter(heading: string): Promise<Shifts> {
    return this.#page.evaluate(
      text => window.watching.shiftsAfter(text),
      heading,
    );
  }

  /** The scripts and styles that were fetched since this was last asked, each as its path. */
  takeScripts(): string[] {
    const taken = [...this.#scripts].sort();
    this.#scripts = new Set();
    return taken;
  }
}
