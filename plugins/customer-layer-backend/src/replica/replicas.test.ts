import { gzipSync } from 'node:zlib';
import { TestDatabases } from '@backstage/backend-test-utils';
import { createDeferred } from '@backstage/types';
import { eventually } from '../__testUtils__/eventually';
import { ReplicaBench, revisionOf } from '../__testUtils__/ReplicaBench';
import { entity, SHOP } from '../__testUtils__/shop';
import { checksumOf } from '../database/checksum';
import { CHUNKS, JOURNAL, SNAPSHOTS, STATE } from '../database/tables';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const SRE = 'group:default/sre';
const sre = (title: string) => entity('Group:default/sre', { title });

describe('several replicas', () => {
  let bench: ReplicaBench;
  let one: ReturnType<ReplicaBench['createReplica']>;
  let two: ReturnType<ReplicaBench['createReplica']>;

  const change = async (title: string) => {
    bench.catalog.put(sre(title));
    await bench.store.noteHints([SRE]);
  };

  beforeEach(async () => {
    bench = await ReplicaBench.create(databases);
    one = bench.createReplica({ name: 'one' }).start();
    await one.holdsCatalog();
    two = bench.createReplica({ name: 'two' }).start();
    await two.holdsCatalog();
  });

  afterEach(async () => {
    await bench.stop();
  });

  it('answer alike, and one of them reads', async () => {
    await change('Site reliability');
    await Promise.all([one.holdsCatalog(), two.holdsCatalog()]);
    expect(two.asked).toEqual([]);
    expect(two.keeper.graph().stamp).toEqual(one.keeper.graph().stamp);
    await one.isReader();
    await two.isReader(false);
    await eventually(() =>
      expect(two.keeper.status()).toMatchObject({ origin: 'catalog' }),
    );
    expect(two.keeper.status().durationMs).toBeUndefined();
    expect(
      Math.abs(two.keeper.status().ageSeconds - one.keeper.status().ageSeconds),
    ).toBeLessThan(1);
  });

  it('take over at once from one that stops, without reading everything again', async () => {
    await two.isReader(false);
    await bench.wait(5_000);
    await one.replica.stop();
    const stoppedAt = bench.clock.monotonic();
    await two.isReader();
    expect(bench.clock.monotonic() - stoppedAt).toBeLessThan(5_000);
    await change('Site reliability');
    await two.holdsCatalog();
    expect(two.asked.filter(text => text.startsWith('full'))).toEqual([]);
    expect(await bench.store.state()).toMatchObject({ term: 2, holder: 'two' });
  });

  it('take over from one that is held up before it publishes, whose work is void then', async () => {
    await bench.wait(5_000);
    const recovery = createDeferred<void>();
    const heldUp = createDeferred<void>();
    bench.catalog.before = async () => {
      one.obstruct(recovery);
      heldUp.resolve();
    };
    await change('Never published');
    await heldUp;
    const heldUpAt = bench.clock.monotonic();
    await bench.wait(1_000);
    const neverPublished = revisionOf(bench.catalog.entities);
    bench.catalog.before = async () => {};
    bench.catalog.put(sre('Site reliability'));
    await two.isReader();
    // Its last sign of life may have been nearly three seconds old.
    expect(bench.clock.monotonic() - heldUpAt).toBeGreaterThan(6_000);
    await two.holdsCatalog();
    expect(one.graphs).toHaveLength(1);

    await change('Still reliable');
    one.obstruct(undefined);
    recovery.resolve();
    await Promise.all([one.holdsCatalog(), two.holdsCatalog()]);
    expect(one.graphs.map(({ revision }) => revision)).not.toContain(
      neverPublished,
    );
    await one.isReader(false);
    await two.isReader();
    expect(await bench.store.state()).toMatchObject({
      term: 2,
      sequence: 3,
      revision: two.keeper.graph().revision,
    });
  });

  it.each([
    [
      'a damaged snapshot',
      () => bench.knex(CHUNKS).update({ bytes: Buffer.from('half writ') }),
    ],
    [
      'a damaged journal',
      () => bench.knex(JOURNAL).update({ bytes: Buffer.from('half writ') }),
    ],
    [
      'a journal that leads elsewhere',
      () => bench.knex(JOURNAL).update({ revision: 'elsewhere' }),
    ],
  ])('mend %s without the catalog', async (_, harm) => {
    await change('Site reliability');
    await two.holdsCatalog();
    bench.catalog.down = new Error('No route to the catalog');
    await harm();
    const three = bench.createReplica().start();
    await three.holdsCatalog();
    expect(await bench.store.state()).toMatchObject({
      sequence: 2,
      snapshotSequence: 2,
    });
    expect(bench.said('error')).toHaveLength(1);
  });

  it('leave to the reader what only that can read', async () => {
    const bytes = gzipSync('A graph as a later version writes it');
    await bench.knex(CHUNKS).update({ bytes, checksum: checksumOf(bytes) });
    await bench.knex(SNAPSHOTS).update({ size: 36 });
    const three = bench.createReplica().start();
    await eventually(() =>
      expect(bench.said('error')).toEqual([
        expect.stringContaining('The graph in the database can not be used'),
      ]),
    );
    await bench.wait(5_000);
    expect(three.keeper.kept).toBeUndefined();
    expect((await bench.store.state()).snapshotSequence).toBe(1);
  });

  it('publish anew where the database was lost', async () => {
    bench.catalog.remove(SRE);
    for (const table of [CHUNKS, JOURNAL, SNAPSHOTS]) {
      await bench.knex(table).delete();
    }
    await bench
      .knex(STATE)
      .update({ term: 0, beat: 0, sequence: 0, revision: null, holder: null });
    expect(one.keeper.graph().counts.entities).toBe(SHOP.length);
    await Promise.all([one.holdsCatalog(), two.holdsCatalog()]);
    expect((await bench.store.state()).sequence).toBe(1);
  });
});
