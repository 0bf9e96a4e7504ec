import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { range, shuffle } from 'lodash';
import { checksumOf } from './checksum';
import { DamagedSnapshotError } from './DamagedSnapshotError';
import { DatabaseGraphStore } from './DatabaseGraphStore';
import { GraphState, JournalEntry, NewSnapshot } from './GraphStore';
import { migrateDatabase } from './migrateDatabase';
import { ChunkRow, CHUNKS, HINTS, JOURNAL, SNAPSHOTS, STATE } from './tables';
import { publishInTerm } from './term';

// Two replicas on one database.

const MEGABYTE = 1024 * 1024;
const NOON = new Date('2026-11-22T12:00:00Z');

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

const entry = (sequence: number, changes = 1): JournalEntry => ({
  sequence,
  revision: `r${sequence}`,
  builtAt: later(sequence).toISOString(),
  changes: range(changes).map(index => ({
    entityRef: `component:default/c${sequence}-${index}`,
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      // JSON may hold line ends of its own.
      metadata: { name: `c${sequence}-${index}`, title: 'a\nb\u2028c "Ü"' },
    },
  })),
});

// The first half is incompressible, the second is all zeros.
const someBytes = (size: number) =>
  Buffer.concat([randomBytes(Math.ceil(size / 2)), Buffer.alloc(size / 2)]);

const snapshot = (sequence: number, size = 3 * MEGABYTE): NewSnapshot => ({
  sequence,
  revision: `r${sequence}`,
  bytes: someBytes(size),
});

describe.each(databases.eachSupportedId())(
  'the graph store on %s',
  databaseId => {
    let knex: Knex;
    let now: Date;
    let logger: ReturnType<typeof mockServices.logger.mock>;
    let one: DatabaseGraphStore;
    let two: DatabaseGraphStore;

    const rows = async (table: string) =>
      Number((await knex(table).count({ rows: '*' }))[0].rows);

    const startTerm = async (store: DatabaseGraphStore) => {
      const term = await store.claim(await store.state(), 'a replica');
      expect(term).toBeDefined();
      return term!;
    };

    const changesAfter = async (sequence: number) =>
      (await two.changesAfter(sequence))?.map(each => each.sequence);

    beforeEach(async () => {
      const client = await databases.init(databaseId);
      knex = await migrateDatabase({ getClient: async () => client });
      now = NOON;
      logger = mockServices.logger.mock();
      const replica = () =>
        new DatabaseGraphStore({ knex, logger, now: () => now });
      one = replica();
      two = replica();
    });

    it('gives each term to exactly one of many that claim it', async () => {
      expect(await one.state()).toEqual({
        term: 0,
        beat: 0,
        sequence: 0,
        snapshotSequence: 0,
      });
      expect(await one.changesAfter(0)).toEqual([]);
      expect(await one.snapshot()).toBeUndefined();

      const claimAs = async (index: number, seen: GraphState) => {
        const holder = `replica ${index}`;
        const won = await (index % 2 ? one : two).claim(seen, holder);
        return { won, holder };
      };
      for (const term of range(1, 6)) {
        const seen = await one.state();
        const claims = await Promise.all(
          range(20).map(index => claimAs(index, seen)),
        );
        const winners = claims.filter(({ won }) => won !== undefined);
        expect(winners).toEqual([{ won: term, holder: expect.anything() }]);
        expect(await two.state()).toMatchObject({
          term,
          holder: winners[0].holder,
        });
      }
    });

    it('takes no term from a reader that lives, and any from one that resigned', async () => {
      const term = await startTerm(one);
      const seen = await two.state();

      expect(await one.beat(term)).toBe(true);
      expect(await two.claim(seen, 'two')).toBeUndefined();
      expect(await one.publishChanges(term, entry(1))).toBe(true);
      const done = { readAt: later(1), contactAt: later(2) };
      expect(await one.beat(term, done)).toBe(true);
      expect(await one.beat(term)).toBe(true);
      expect(await two.state()).toEqual({
        ...done,
        term,
        beat: seen.beat + 4,
        holder: 'a replica',
        sequence: 1,
        revision: 'r1',
        snapshotSequence: 0,
      });

      await one.resign(term);
      expect((await two.state()).holder).toBeUndefined();
      expect(await one.beat(term)).toBe(false);
      expect(await one.publishChanges(term, entry(2))).toBe(false);
      expect(await two.claim(seen, 'two')).toBe(term + 1);
      await one.resign(term);
      expect(await two.state()).toMatchObject({
        term: term + 1,
        holder: 'two',
        sequence: 1,
      });
    });

    it('writes nothing for a reader whose term is over', async () => {
      const old = await startTerm(one);
      const term = await startTerm(two);
      const state = await two.state();

      expect(await one.beat(old, { readAt: NOON })).toBe(false);
      expect(await one.publishChanges(old, entry(1))).toBe(false);
      const statements: string[] = [];
      const note = ({ sql }: { sql: string }) => statements.push(sql);
      knex.on('query', note);
      expect(await one.publishSnapshot(old, snapshot(1))).toBe(false);
      knex.off('query', note);
      expect(statements).toHaveLength(1);
      await one.resign(old);
      expect(await two.state()).toEqual(state);
      for (const table of [SNAPSHOTS, CHUNKS, JOURNAL]) {
        expect([table, await rows(table)]).toEqual([table, 0]);
      }

      // Overtaken while it writes.
      const published = one.publishSnapshot(term, snapshot(1, 20 * MEGABYTE));
      while ((await rows(CHUNKS)) < 2) {
        await setImmediate();
      }
      await startTerm(two);
      expect(await published).toBe(false);
      expect(await two.snapshot()).toBeUndefined();
      expect(await rows(CHUNKS)).toBe(0);
    });

    it('keeps the journal in order, and says where it leads nowhere', async () => {
      const term = await startTerm(one);
      const entries = range(1, 41).map(each =>
        each === 7 ? entry(each, 5_000) : entry(each),
      );
      for (const each of entries) {
        expect(await one.publishChanges(term, each)).toBe(true);
      }
      expect(await two.changesAfter(0)).toEqual(entries);
      expect(await two.changesAfter(6)).toEqual(entries.slice(6));
      expect(await two.changesAfter(40)).toEqual([]);
      expect(await two.changesAfter(41)).toBeUndefined();
      const size = await two.journalSize();
      expect(size).toEqual({ entries: 40, bytes: expect.any(Number) });
      expect(size.bytes).toBeGreaterThan(10_000);

      for (const wrong of [40, 42]) {
        await expect(one.publishChanges(term, entry(wrong))).rejects.toThrow(
          ConflictError,
        );
      }
      expect(await two.state()).toMatchObject({ sequence: 40 });

      await knex(JOURNAL).where({ sequence: 30 }).update({ checksum: 'x' });
      expect(await two.changesAfter(20)).toBeUndefined();
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('entry "30"'),
      );
      expect(await two.changesAfter(30)).toEqual(entries.slice(30));
      await knex(JOURNAL).where({ sequence: 40 }).delete();
      expect(await two.changesAfter(30)).toBeUndefined();
      await knex(JOURNAL).where({ sequence: 35 }).delete();
      expect(await two.changesAfter(32)).toBeUndefined();
    });

    it('shortens the journal by a snapshot, which may also be a new state', async () => {
      const term = await startTerm(one);
      for (const sequence of [1, 2, 3]) {
        await one.publishChanges(term, entry(sequence));
      }
      const refused = [
        { ...snapshot(3, 10), revision: 'another' },
        snapshot(2, 10),
        snapshot(5, 10),
      ];
      for (const wrong of refused) {
        await expect(one.publishSnapshot(term, wrong)).rejects.toThrow(
          ConflictError,
        );
      }
      expect(await two.snapshot()).toBeUndefined();
      expect(await changesAfter(0)).toEqual([1, 2, 3]);

      const third = snapshot(3);
      expect(await one.publishSnapshot(term, third)).toBe(true);
      await one.publishChanges(term, entry(4));
      expect(await two.state()).toMatchObject({
        sequence: 4,
        revision: 'r4',
        snapshotSequence: 3,
      });
      expect((await two.state()).readAt).toBeUndefined();
      expect(await changesAfter(2)).toBeUndefined();
      expect(await changesAfter(3)).toEqual([4]);
      expect(await two.journalSize()).toMatchObject({ entries: 1 });

      const fifth = { ...snapshot(5), readAt: later(5) };
      expect(await one.publishSnapshot(term, fifth)).toBe(true);
      expect(await two.state()).toMatchObject({
        sequence: 5,
        revision: 'r5',
        snapshotSequence: 5,
        readAt: later(5),
      });
      expect(await changesAfter(4)).toBeUndefined();
      expect(await changesAfter(5)).toEqual([]);
      expect(await two.journalSize()).toEqual({ entries: 0, bytes: 0 });
      expect(await rows(CHUNKS)).toBe(3);
    });

    it('gives back 20 MB as they were, and the successor where they are replaced meanwhile', async () => {
      const term = await startTerm(one);
      const big = snapshot(1, 20 * MEGABYTE + 1);
      await one.publishSnapshot(term, big);
      const read = await two.snapshot();
      expect(read?.sequence).toBe(1);
      expect(Buffer.compare(read!.bytes, big.bytes)).toBe(0);
      expect(await rows(CHUNKS)).toBe(21);

      const small = snapshot(2, 100);
      let replaced: Promise<boolean> | undefined;
      const replace = ({ sql }: { sql: string }) => {
        if (!replaced && sql.includes(CHUNKS)) {
          replaced = one.publishSnapshot(term, small);
        }
      };
      knex.on('query', replace);
      const successor = await two.snapshot();
      expect(await replaced).toBe(true);
      knex.off('query', replace);
      expect(successor).toEqual({
        sequence: 2,
        bytes: new Uint8Array(small.bytes),
      });
      expect(await rows(CHUNKS)).toBe(1);
    });

    const last = { position: 2 };
    it.each<
      [string, string, (chunks: () => Knex.QueryBuilder) => Promise<unknown>]
    >([
      [
        'a bit that flipped',
        "chunk 3 of 3 doesn't match its checksum",
        async chunks => {
          const [{ bytes }] = await chunks().where(last);
          bytes[bytes.length >> 1] ^= 1;
          await chunks().where(last).update({ bytes });
        },
      ],
      [
        'an end that was cut off',
        "chunk 3 of 3 doesn't match its checksum",
        async chunks => {
          const [{ bytes }] = await chunks().where(last);
          await chunks()
            .where(last)
            .update({ bytes: bytes.subarray(0, -1) });
        },
      ],
      [
        'a lost chunk',
        'chunk 3 of 3 is missing',
        chunks => chunks().where(last).delete(),
      ],
      [
        'bytes of another kind',
        "chunk 3 of 3 can't be unpacked",
        chunks =>
          chunks()
            .where(last)
            .update({
              bytes: Buffer.from('no gzip'),
              checksum: checksumOf(Buffer.from('no gzip')),
            }),
      ],
      [
        'a size that is too small',
        'chunk 3 of 3 holds 1048576 bytes instead of 1048575',
        () => knex(SNAPSHOTS).update({ size: 3 * MEGABYTE - 1 }),
      ],
      [
        'a size that is far too big',
        "3 chunks can't hold its 9000000000000 bytes",
        () => knex(SNAPSHOTS).update({ size: 9e12 }),
      ],
    ])('notices damage: %s', async (_, message, damage) => {
      const term = await startTerm(one);
      await one.publishSnapshot(term, snapshot(1));
      await damage(() => knex<ChunkRow>(CHUNKS));

      const error = await two.snapshot().catch(each => each);
      expect(error).toBeInstanceOf(DamagedSnapshotError);
      expect(error.sequence).toBe(1);
      expect(error.message).toContain(`snapshot "1" of the graph`);
      expect(error.message).toContain(message);

      await two.discardSnapshot(2);
      expect(await two.state()).toMatchObject({ snapshotSequence: 1 });
      await two.discardSnapshot(1);
      expect(await two.state()).toMatchObject({
        sequence: 1,
        snapshotSequence: 0,
      });
      expect(await two.snapshot()).toBeUndefined();
      expect(await changesAfter(0)).toBeUndefined();
      expect(await rows(CHUNKS)).toBe(0);

      const anew = snapshot(1);
      expect(await one.publishSnapshot(term, anew)).toBe(true);
      expect(Buffer.compare((await two.snapshot())!.bytes, anew.bytes)).toBe(0);
    });

    it('never reads what a killed writer left, and removes it', async () => {
      const left = range(3).map(position => ({
        snapshot_id: '7b1c1f0e-3c43-4b0e-8f5e-0d5d6c8f9a10',
        position,
        checksum: checksumOf(Buffer.from('half')),
        bytes: Buffer.from('half'),
      }));
      await knex(CHUNKS).insert(left);
      expect(await one.snapshot()).toBeUndefined();

      const term = await startTerm(one);
      const first = snapshot(1, 100);
      await one.publishSnapshot(term, first);
      expect(await rows(CHUNKS)).toBe(1);

      await knex(CHUNKS).insert(left);
      expect((await two.snapshot())?.sequence).toBe(1);
      await one.publishSnapshot(term, snapshot(2, 100));
      expect(await rows(CHUNKS)).toBe(1);
    });

    it('publishes one after the other where a reader writes two at once', async () => {
      const term = await startTerm(one);
      const [first, second] = [snapshot(1, 5 * MEGABYTE), snapshot(1, 100)];
      const published = [first, second].map(each =>
        one.publishSnapshot(term, each),
      );
      expect(await Promise.all(published)).toEqual([true, true]);
      const read = await two.snapshot();
      expect(Buffer.compare(read!.bytes, second.bytes)).toBe(0);
      expect(await rows(CHUNKS)).toBe(1);
    });

    it('hands out hints when they are due, and those noted again not as settled', async () => {
      const due = async (limit = 10) =>
        (await one.dueHints({ now, limit })).map(({ entityRef, attempts }) => [
          entityRef,
          attempts,
        ]);
      await one.noteHints([]);
      await one.noteHints(['component:default/b', 'component:default/b']);
      now = later(1);
      await two.noteHints(['component:default/c', 'component:default/a']);
      expect(await due()).toEqual([
        ['component:default/b', 0],
        ['component:default/a', 0],
        ['component:default/c', 0],
      ]);
      expect(await due(1)).toEqual([['component:default/b', 0]]);
      expect(await one.dueHints({ now: NOON, limit: 10 })).toHaveLength(1);

      // Settled and postponed are those only that weren't noted again.
      const taken = await one.dueHints({ now, limit: 10 });
      await two.noteHints(['component:default/b']);
      expect((await due())[0]).toEqual(['component:default/b', 0]);
      await one.postponeHints(taken.slice(0, 2), later(10));
      await one.settleHints([taken[0], taken[2]]);
      expect(await due()).toEqual([['component:default/b', 0]]);
      const [again] = await one.dueHints({ now, limit: 10 });
      expect(again.version).toBeGreaterThan(taken[0].version);
      expect(await one.countHints()).toBe(2);

      now = later(10);
      expect(await due()).toEqual([
        ['component:default/b', 0],
        ['component:default/a', 1],
      ]);
      await one.postponeHints(
        await one.dueHints({ now, limit: 10 }),
        later(60),
      );
      expect(await due()).toEqual([]);
      now = later(20);
      await two.noteHints(['component:default/a']);
      expect(await due()).toEqual([['component:default/a', 0]]);

      // One that is noted after it was settled is another.
      await one.settleHints(await one.dueHints({ now, limit: 10 }));
      await one.noteHints(['component:default/a']);
      const old = await one.dueHints({ now, limit: 10 });
      await one.settleHints(old);
      expect(await due()).toEqual([]);
      now = later(21);
      await two.noteHints(['component:default/a']);
      await one.settleHints(old);
      expect(await due()).toEqual([['component:default/a', 0]]);

      expect(await one.clearHints({ notedBefore: later(21) })).toBe(1);
      expect(await due()).toEqual([['component:default/a', 0]]);
      expect(await one.clearHints({ notedBefore: later(22) })).toBe(1);
      expect(await one.countHints()).toBe(0);
    });

    it('takes 50,000 hints at once, from two replicas, while they are settled', async () => {
      const refs = range(50_000).map(index => `component:default/c${index}`);
      await one.noteHints(refs);
      expect(await two.countHints()).toBe(50_000);
      const taken = await one.dueHints({ now, limit: 50_000 });
      expect(taken).toHaveLength(50_000);

      now = later(1);
      const again = refs.slice(0, 20_000);
      await Promise.all([
        one.noteHints(shuffle(again)),
        two.noteHints(shuffle(again)),
        one.settleHints(shuffle(taken)),
        one.postponeHints(shuffle(taken), later(60)),
      ]);
      expect(await two.countHints()).toBe(20_000);
      expect(await two.dueHints({ now, limit: 50_000 })).toHaveLength(20_000);
      expect(await two.clearHints({ notedBefore: later(2) })).toBe(20_000);
      expect(await rows(HINTS)).toBe(0);
    });
  },
);

// On SQLite there is but one connection, so a process that is frozen has it for itself.
for (const databaseId of databases
  .eachSupportedId()
  .flat()
  .filter(id => id.startsWith('POSTGRES'))) {
  it(`takes the term from a reader that is frozen while it publishes, on ${databaseId}`, async () => {
    const client = await databases.init(databaseId);
    const knex = await migrateDatabase({ getClient: async () => client });
    const logger = mockServices.logger.mock();
    const store = new DatabaseGraphStore({ knex, logger, now: () => NOON });
    const term = await store.claim({ term: 0, beat: 0 }, 'one');
    let thaw = () => {};
    const frozen = publishInTerm(knex, term!, async transaction => {
      await transaction(STATE).update({ sequence: 1 });
      await new Promise<void>(resolve => {
        thaw = resolve;
      });
      return { revision: 'r1' };
    });

    const { beat } = await store.state();
    expect(await store.claim({ term: term!, beat }, 'two')).toBe(term! + 1);
    thaw();
    await expect(frozen).rejects.toThrow();
    expect(await store.state()).toMatchObject({ holder: 'two', sequence: 0 });
  });
}
