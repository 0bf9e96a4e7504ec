import { randomBytes, randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createDeferred } from '@backstage/types';
import knexFactory, { Knex } from 'knex';
import { pick, range } from 'lodash';
import { BackendProcess } from './__testUtils__/BackendProcess';
import { eventually } from './__testUtils__/eventually';
import { CatalogServer } from './__testUtils__/CatalogServer';
import { revisionOf } from './__testUtils__/ReplicaBench';
import { entity } from './__testUtils__/shop';
import { TestCatalog } from './__testUtils__/TestCatalog';
import { DatabaseGraphStore } from './database/DatabaseGraphStore';
import { CHUNKS, SNAPSHOTS, STATE, StateRow } from './database/tables';

// Backends as processes of their own, beside a catalog that stays; and what happens when one is killed at the worst time.

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_15', 'SQLITE_3'] });

const PAGES = 6;
// Of the plugin, in the database that all share.
const SCHEMA = 'customer-layer';

/** So large that many of them make a snapshot of several chunks, which takes a while to write. */
const component = (index: number) =>
  entity(`Component:default/c${index}`, {
    title: randomBytes(1_500).toString('base64'),
    relations: { dependsOn: [`component:default/c${(index * 7) % 3000}`] },
  });

/** Takes note of all revisions that are ever published. */
async function watchPublished(knex: Knex): Promise<() => Promise<string[]>> {
  await knex.raw(`
    create table published as select revision from ${STATE};
    create function note_published() returns trigger language plpgsql as $$
      begin
        insert into "${SCHEMA}".published values (new.revision);
        return new;
      end
    $$;
    create trigger note_published after update on ${STATE}
      for each row execute function note_published();
  `);
  return async () => knex('published').distinct().pluck('revision');
}

/** Takes note of all revisions that anything was ever answered from. */
function watchAnswers(backends: readonly BackendProcess[]) {
  const seen = new Set<string>();
  let watching = true;
  const ended = (async () => {
    while (watching) {
      await Promise.allSettled(
        backends.map(async backend =>
          seen.add((await backend.status()).revision),
        ),
      );
      await pause(20);
    }
  })();
  return async () => {
    watching = false;
    await ended;
    return [...seen];
  };
}

/** Waits until some of a snapshot is written that doesn't count yet. */
async function chunksWritten(knex: Knex): Promise<StateRow> {
  const chunks = () => knex(CHUNKS).distinct().pluck<string[]>('snapshot_id');
  const before = await chunks();
  for (;;) {
    const state = await knex<StateRow>(STATE).first();
    const known = [...before, ...(await knex(SNAPSHOTS).pluck('id'))];
    if (state && (await chunks()).some(id => !known.includes(id))) {
      return state;
    }
  }
}

/** Makes whoever publishes wait in the middle of it. */
async function holdUpPublishing(knex: Knex) {
  const transaction = await knex.transaction();
  await transaction(STATE).forUpdate();
  return {
    waits: () =>
      eventually(async () =>
        expect(
          await knex('pg_stat_activity')
            .where({ wait_event_type: 'Lock' })
            .whereLike('query', `update "${STATE}" %returning "sequence"%`),
        ).toHaveLength(1),
      ),
    release: () => transaction.rollback(),
  };
}

describe('backends as processes', () => {
  let catalog: TestCatalog;
  let server: CatalogServer;
  let catalogAddress: string;
  let backends: BackendProcess[];

  const start = async (
    database: Parameters<typeof BackendProcess.start>[0]['database'],
    frequency: string,
  ) => {
    const backend = await BackendProcess.start({
      database,
      catalogAddress,
      customerLayer: { graph: { schedule: { frequency } } },
    });
    backends.push(backend);
    return backend;
  };

  const revision = () => revisionOf(catalog.entities);

  /** Changes an entity, adds one, and says which. */
  const change = () => {
    const indexes = [randomInt(100), catalog.refs.length];
    catalog.put(...indexes.map(component));
    return indexes.map(index => `component:default/c${index}`);
  };

  /** Gives no page any more, until told to. */
  const holdUpPages = () => {
    const released = createDeferred<void>();
    catalog.before = async request => {
      if (request === 'page') {
        await released;
      }
    };
    return () => {
      catalog.before = async () => {};
      released.resolve();
    };
  };

  /** Waits until some pages were asked for. */
  const pagesRequested = async (count: number) => {
    const requested = createDeferred<void>();
    let left = count;
    catalog.before = async request => {
      if (request === 'page' && --left <= 0) {
        requested.resolve();
      }
    };
    await requested;
  };

  beforeEach(async () => {
    catalog = new TestCatalog(range(PAGES * 500).map(component));
    server = new CatalogServer(catalog);
    catalogAddress = await server.start();
    backends = [];
  });

  afterEach(async () => {
    await Promise.all(backends.map(backend => backend.kill()));
    await server.stop();
  });

  it('answers on SQLITE_3 from what was kept, also when it is killed; and not from what is damaged', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'customer-layer-'));
    const database = {
      client: 'better-sqlite3',
      connection: { directory: folder },
    };
    const before = await start(database, 'PT1H');
    const { builtAt } = await before.is({
      revision: revision(),
      origin: 'catalog',
      reader: true,
    });
    await before.kill();

    catalog.down = new Error('No route to the catalog');
    const after = await start(database, 'PT1H');
    await after.is({ revision: revision(), builtAt, origin: 'snapshot' });
    // Whoever comes next needn't wait for it.
    await after.stop();

    const look = async <T>(at: (knex: Knex) => Promise<T>) => {
      const knex = knexFactory({
        client: 'better-sqlite3',
        connection: join(folder, 'customer-layer.sqlite'),
        useNullAsDefault: true,
      });
      return at(knex).finally(() => knex.destroy());
    };
    await look(async knex =>
      knex(CHUNKS).where({ position: 1 }).update({ bytes: 'half writ' }),
    );
    catalog.put(component(PAGES * 500));
    const mended = await start(database, 'PT1H');
    await mended.says(/snapshot "1" of the graph is damaged/);
    await expect(mended.status()).rejects.toThrow('503');
    catalog.down = undefined;
    await mended.is({ revision: revision(), origin: 'catalog', reader: true });
    // Another could take over at once.
    await mended.stop();
    expect(
      await look(async knex => knex<StateRow>(STATE).first()),
    ).toMatchObject({ holder: null, revision: revision() });
    await rm(folder, { recursive: true });
  });

  it.each(databases.eachSupportedId().filter(([id]) => id !== 'SQLITE_3'))(
    'read the catalog once for all on %s, and go on when the one that reads is killed',
    async databaseId => {
      const { connection } = (await databases.init(databaseId)).client.config;
      const knex = knexFactory({
        client: 'pg',
        connection,
        searchPath: SCHEMA,
      });
      const store = new DatabaseGraphStore({
        knex,
        logger: mockServices.logger.mock(),
        now: () => new Date(),
      });
      const database = {
        client: 'pg',
        connection,
        pluginDivisionMode: 'schema',
      };
      const one = await start(database, 'PT10S');
      await one.is({ revision: revision(), reader: true });
      const published = await watchPublished(knex);
      const two = await start(database, 'PT10S');
      await two.is({ revision: revision(), reader: false });
      const answered = watchAnswers(backends);

      // The other takes over, and another comes in the place of the one that was killed.
      const takeOver = async (other: BackendProcess) => {
        const [next] = await Promise.all([
          start(database, 'PT10S'),
          other.is({ reader: true }),
        ]);
        await other.is({ revision: revision() });
        await next.is({ revision: revision(), reader: false });
        return next;
      };

      // While it reads the catalog.
      change();
      await pagesRequested(randomInt(1, PAGES + 1));
      await one.kill();
      const three = await takeOver(two);

      // While it writes a snapshot, after so many hints that it reads the whole catalog.
      change();
      await store.noteHints(catalog.refs);
      const { sequence } = await chunksWritten(knex);
      await two.kill();
      expect((await store.state()).sequence).toBe(sequence);
      const four = await takeOver(three);

      // While it appends to the journal.
      const giveNextPage = holdUpPages();
      await store.clearHints({ notedBefore: new Date() });
      const before = await store.state();
      const goOn = await holdUpPublishing(knex);
      await store.noteHints(change());
      await goOn.waits();
      await three.kill();
      await goOn.release();
      giveNextPage();
      await pause(500);
      expect(await store.state()).toMatchObject(
        pick(before, ['sequence', 'revision', 'term']),
      );
      await takeOver(four);

      const all = await published();
      expect((await answered()).filter(each => !all.includes(each))).toEqual(
        [],
      );
      expect(all.length).toBeGreaterThan(3);
      await knex.destroy();
    },
  );
});
