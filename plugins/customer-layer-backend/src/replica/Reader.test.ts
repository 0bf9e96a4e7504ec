import { stringifyEntityRef } from '@backstage/catalog-model';
import { randomBytes } from 'node:crypto';
import { TestDatabases } from '@backstage/backend-test-utils';
import { createDeferred } from '@backstage/types';
import { eventually } from '../__testUtils__/eventually';
import { ReplicaBench } from '../__testUtils__/ReplicaBench';
import { entity, SHOP } from '../__testUtils__/shop';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const SRE = 'group:default/sre';
const WEB = 'component:default/web';
const DB = 'resource:default/db';

const sre = (title: string) => entity('Group:default/sre', { title });

/** As the catalog's relations are: said by both ends. */
const dependingOn = (chosen: string) => [
  entity('Component:default/web', {
    relations: { dependsOn: [`resource:default/${chosen}`] },
  }),
  ...['db', 'queue'].map(name =>
    entity(`Resource:default/${name}`, {
      relations: { dependencyOf: name === chosen ? [WEB] : [] },
    }),
  ),
];

describe('a reader', () => {
  let bench: ReplicaBench;
  let one: ReturnType<ReplicaBench['createReplica']>;

  const hinted = async () => bench.store.countHints();
  const isQuiet = () =>
    eventually(async () => expect(await hinted()).toBe(0), {
      withinMs: 20_000,
    });

  beforeEach(async () => {
    bench = await ReplicaBench.create(databases);
    one = bench.createReplica().start();
    await one.holdsCatalog();
    one.asked.length = 0;
  });

  afterEach(async () => {
    await bench.stop();
  });

  it('reads no more than what was hinted at', async () => {
    bench.catalog.put(sre('Site reliability'), entity('Group:default/new'));
    await bench.store.noteHints([SRE, 'group:default/new']);
    await one.holdsCatalog();
    await isQuiet();
    expect(one.asked).toEqual(['rereading: 2']);
    expect(await bench.store.state()).toMatchObject({
      sequence: 2,
      snapshotSequence: 1,
    });
    expect(await bench.store.changesAfter(1)).toHaveLength(1);
  });

  it('reads again what is gone for a moment, since nothing is hinted at that does not exist', async () => {
    const web = bench.catalog.entities.find(
      item => stringifyEntityRef(item) === WEB,
    )!;
    bench.catalog.remove(WEB);
    await bench.store.noteHints([WEB]);
    await one.holdsCatalog();
    expect(await hinted()).toBe(1);
    bench.catalog.put(web);
    await one.holdsCatalog();
    await isQuiet();
    expect(one.asked).toContain('rereading: 1');
  });

  it('reads again what still looks as before, with growing pauses, until it is long enough', async () => {
    const began = bench.clock.monotonic();
    await bench.store.noteHints([SRE, WEB]);
    await bench.wait(5_000);
    bench.catalog.put(sre('Site reliability'));
    await one.holdsCatalog();
    expect(await hinted()).toBe(1);
    await isQuiet();
    expect(bench.clock.monotonic() - began).toBeGreaterThan(31_000);
    expect(one.asked).toEqual([
      ...Array(4).fill('rereading: 2'),
      ...Array(2).fill('rereading: 1'),
    ]);
  });

  it('reads the other ends of relations that have come or gone', async () => {
    bench.catalog.put(...dependingOn('db'));
    await bench.store.noteHints([WEB, DB, 'resource:default/queue']);
    await one.holdsCatalog();
    one.asked.length = 0;

    bench.catalog.put(...dependingOn('queue'));
    await bench.store.noteHints([WEB]);
    await one.holdsCatalog();
    expect(one.asked).toEqual(['rereading: 1', 'rereading: 2']);
    await isQuiet();
  });

  it('waits for the other end, but not for ever', async () => {
    // Some processors speak of one end only.
    bench.catalog.put(
      entity('Group:default/press', {
        relations: { ownerOf: ['component:default/secret-cart'] },
      }),
    );
    await bench.store.noteHints(['group:default/press']);
    await one.holdsCatalog();
    await isQuiet();
    await bench.wait(20_000);
    expect(one.asked.filter(text => text !== 'pulse: 0')).toEqual(
      Array(8).fill('rereading: 1'),
    );
  });

  it('reads the whole catalog where as much was hinted at', async () => {
    const many = Array.from({ length: 2_001 }, (_, i) =>
      entity(`Component:default/c${i}`),
    );
    bench.catalog.put(...many);
    // Not before all are noted.
    const noted = createDeferred<void>();
    one.obstruct(noted);
    await bench.store.noteHints(
      many.map(({ metadata }) => `component:default/${metadata.name}`),
    );
    noted.resolve();
    await one.holdsCatalog();
    expect(one.asked.filter(text => text !== 'pulse: 0')).toEqual([
      ...Array(4).fill('full reading: 500'),
      `full reading: ${1 + SHOP.length}`,
    ]);
    // They may have been noted before the catalog showed what they are about; a second reading is late enough for all.
    await eventually(
      () =>
        expect(one.asked.filter(text => text !== 'pulse: 0')).toHaveLength(10),
      { withinMs: 60_000 },
    );
    await isQuiet();
    expect((await bench.store.state()).sequence).toBe(2);
  });

  it('notices by their number that entities are gone', async () => {
    bench.catalog.remove(WEB);
    bench.clock.skip(60_000);
    await eventually(() => expect(one.asked).toEqual(['pulse: 0']));
    await bench.wait(3_000);
    bench.clock.skip(60_000);
    await one.holdsCatalog();
    expect(one.asked).toEqual([
      'pulse: 0',
      'pulse: 0',
      `full reading: ${SHOP.length - 1}`,
    ]);
  });

  it('does not lose what changes while the whole catalog is read', async () => {
    const page = createDeferred<void>();
    const begun = createDeferred<void>();
    // The first page has 500 entities; what comes after it waits.
    const many = Array.from({ length: 600 }, (_, i) =>
      entity(`Component:default/c${i}`),
    );
    bench.catalog.put(...many);
    let pages = 0;
    bench.catalog.before = async request => {
      if (request === 'page' && ++pages === 2) {
        begun.resolve();
        await page;
      }
    };
    bench.clock.skip(10 * 60_000);
    await begun;

    // Read already, changed since; and changed twice.
    bench.catalog.put(sre('Site reliability'));
    await bench.store.noteHints([SRE]);
    await eventually(async () =>
      expect((await bench.store.state()).sequence).toBe(2),
    );
    expect(one.keeper.graph().counts.entities).toBe(SHOP.length);
    bench.catalog.put(sre('Somebody reliable'));
    page.resolve();
    await one.holdsCatalog();
    expect(one.keeper.graph().counts.entities).toBe(SHOP.length + 600);
    expect(one.graphs).toHaveLength(3);
  });

  it('shortens a journal that has grown long', async () => {
    bench.catalog.put(sre(randomBytes(5_000_000).toString('base64')));
    await bench.store.noteHints([SRE]);
    await one.holdsCatalog();
    await eventually(async () =>
      expect((await bench.store.state()).snapshotSequence).toBe(2),
    );
    expect(await bench.store.journalSize()).toEqual({ entries: 0, bytes: 0 });
    const other = bench.createReplica().start();
    await other.holdsCatalog();
  });

  it('pauses ever longer while the catalog is down', async () => {
    let requests = 0;
    bench.catalog.before = async () => {
      requests++;
    };
    bench.catalog.down = new Error('No route to the catalog');
    bench.catalog.put(sre('Site reliability'));
    await bench.store.noteHints([SRE]);
    await bench.wait(20_000);
    expect(requests).toBeGreaterThan(3);
    expect(requests).toBeLessThan(8);
    expect(bench.said('error')).toHaveLength(1);
    expect(await hinted()).toBe(1);
    bench.catalog.down = undefined;
    await one.holdsCatalog();
    expect(bench.said('info')).toContain('The catalog can be read again');
  });
});
