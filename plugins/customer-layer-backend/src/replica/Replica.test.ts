import { TestDatabases } from '@backstage/backend-test-utils';
import { DEFAULT_DERIVATION_RULES } from '@missing-layer/backstage-plugin-customer-layer-common';
import { eventually } from '../__testUtils__/eventually';
import { ReplicaBench, revisionOf } from '../__testUtils__/ReplicaBench';
import { entity, SHOP } from '../__testUtils__/shop';
import { CHUNKS } from '../database/tables';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const MINUTE = 60_000;
const WEB = 'component:default/web';

const sre = (title: string) => entity('Group:default/sre', { title });

describe('one replica', () => {
  let bench: ReplicaBench;

  beforeEach(async () => {
    bench = await ReplicaBench.create(databases);
  });

  afterEach(async () => {
    await bench.stop();
  });

  it('reads the catalog at once, publishes it, and leaves it alone from then on', async () => {
    const one = bench.createReplica().start();
    await one.holdsCatalog();
    await eventually(() =>
      expect(one.keeper.status()).toMatchObject({
        reader: true,
        origin: 'catalog',
        durationMs: expect.any(Number),
        counts: { entities: SHOP.length },
      }),
    );
    expect(await bench.store.state()).toMatchObject({
      term: 1,
      holder: 'a replica',
      sequence: 1,
      snapshotSequence: 1,
      revision: revisionOf(SHOP),
      readAt: expect.any(Date),
    });
    await bench.wait(20_000);
    expect(one.asked).toEqual([`full reading: ${SHOP.length}`]);
    expect(one.keeper.status().ageSeconds).toBeGreaterThan(19);
  });

  it('reads the whole catalog on schedule, and publishes only what is new', async () => {
    const schedule = { frequency: 5_000, timeout: MINUTE, initialDelay: 0 };
    const one = bench.createReplica({ schedule }).start();
    await one.holdsCatalog();
    await eventually(() => expect(one.asked.length).toBeGreaterThan(6));
    expect((await bench.store.state()).sequence).toBe(1);
    expect(one.graphs).toHaveLength(1);
    // Not since the first reading, which began 30 seconds ago.
    expect(one.keeper.status().ageSeconds).toBeLessThan(25);

    bench.catalog.remove(WEB);
    await one.holdsCatalog();
    expect((await bench.store.state()).sequence).toBe(2);
  });

  it('answers from what was kept while the catalog is down, and says so', async () => {
    const before = bench.createReplica().start();
    await before.holdsCatalog();
    await before.replica.stop();
    const { revision, builtAt } = before.keeper.graph();

    bench.catalog.down = new Error('No route to the catalog');
    bench.clock.skip(3 * MINUTE);
    const after = bench.createReplica().start();
    await eventually(() =>
      expect(after.keeper.status()).toMatchObject({
        revision,
        builtAt,
        origin: 'snapshot',
      }),
    );
    expect(after.keeper.status().ageSeconds).toBeGreaterThan(180);
    expect(after.keeper.status().contactSeconds).toBeGreaterThan(180);
    await bench.wait(5_000);
    expect(bench.said('error')).toEqual([
      `The catalog can't be read. Answers still come from the graph built at ${builtAt}`,
    ]);

    bench.catalog.down = undefined;
    await eventually(() =>
      expect(after.keeper.status().origin).toBe('catalog'),
    );
    expect(bench.said('info')).toContain('The catalog can be read again');
    expect(after.keeper.status().ageSeconds).toBeLessThan(20);
    // Nothing had changed.
    expect((await bench.store.state()).sequence).toBe(1);
  });

  it('waits with its first reading as configured, if there is something to answer from', async () => {
    const schedule = {
      frequency: 10 * MINUTE,
      timeout: MINUTE,
      initialDelay: 8_000,
    };
    const before = bench.createReplica({ schedule }).start();
    await before.holdsCatalog();
    await before.replica.stop();

    const startedAt = bench.clock.monotonic();
    const after = bench.createReplica({ schedule }).start();
    await after.holdsCatalog();
    expect(bench.clock.monotonic() - startedAt).toBeLessThan(8_000);
    await eventually(() => expect(after.asked).toHaveLength(1));
    expect(bench.clock.monotonic() - startedAt).toBeGreaterThan(8_000);
  });

  it('reads anew under other rules', async () => {
    const before = bench.createReplica().start();
    await before.holdsCatalog();
    await before.replica.stop();
    const rules = { ...DEFAULT_DERIVATION_RULES, assumeOwner: false };
    const after = bench
      .createReplica({
        rules,
        schedule: {
          frequency: 60 * MINUTE,
          timeout: MINUTE,
          initialDelay: 60 * MINUTE,
        },
      })
      .start();
    await eventually(() =>
      expect(after.keeper.kept?.graph.rules.assumeOwner).toBe(false),
    );
    expect(after.keeper.graph().revision).toBe(revisionOf(SHOP, rules));
  });

  it.each([
    [
      'damaged',
      async () => {
        await bench.knex(CHUNKS).update({ bytes: Buffer.from('half writ') });
      },
      /The snapshot "1" of the graph is damaged/,
    ],
    [
      'of another format',
      async () => {
        const term = await bench.store.claim(await bench.store.state(), 'old');
        await bench.store.publishSnapshot(term!, {
          sequence: 2,
          revision: 'old',
          bytes: Buffer.from('What was once a graph'),
        });
        await bench.store.resign(term!);
      },
      /This graph is none of the customer layer/,
    ],
  ])('builds anew what is %s, and says so once', async (_, harm, message) => {
    const before = bench.createReplica().start();
    await before.holdsCatalog();
    await before.replica.stop();
    await harm();
    bench.catalog.down = new Error('Not yet');
    const after = bench.createReplica().start();
    await eventually(async () =>
      expect((await bench.store.state()).snapshotSequence).toBe(0),
    );
    expect(() => after.keeper.graph()).toThrow(/still being read/);
    await bench.wait(5_000);
    bench.catalog.down = undefined;
    await after.holdsCatalog();
    expect((await bench.store.state()).snapshotSequence).toBeGreaterThan(1);
    const errors = bench.logger.error.mock.calls.map(([, error]) =>
      String(error),
    );
    expect(errors.filter(text => message.test(text))).toHaveLength(1);
  });

  it('goes on answering while the database is down, and reads again after it', async () => {
    const one = bench.createReplica().start();
    await one.holdsCatalog();
    one.obstruct(Promise.reject(new Error('Connection refused')));
    await bench.wait(8_000);
    expect(one.keeper.graph().revision).toBe(revisionOf(SHOP));
    expect(bench.said('error')).toEqual([
      expect.stringContaining("database of the customer layer can't be used"),
    ]);
    bench.catalog.put(sre('Site reliability'));
    await bench.store.noteHints(['group:default/sre']);

    one.obstruct(undefined);
    await one.holdsCatalog();
    expect(bench.said('info')).toContain(
      'The database of the customer layer can be used again',
    );
  });
});
