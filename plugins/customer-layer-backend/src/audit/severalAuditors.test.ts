import { setTimeout as pause } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import knexFactory from 'knex';
import { range } from 'lodash';
import { BackendProcess } from '../__testUtils__/BackendProcess';
import { CatalogServer } from '../__testUtils__/CatalogServer';
import { eventually } from '../__testUtils__/eventually';
import { entity } from '../__testUtils__/shop';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { auditStores } from './database/auditStores';
import { FINDINGS, RUNS } from './database/tables';

// Backends as processes of their own, of which some are killed in the middle of an audit.

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_15'] });

const SCHEMA = 'customer-layer';
const TASKS = 'backstage_backend_tasks__tasks';
const TODAY = '2026-11-22';

const component = (index: number, customers: object = {}) =>
  entity(`Component:default/c${index}`, customers);

describe.each(databases.eachSupportedId())(
  'backends as processes on %s',
  databaseId => {
    const ends: Array<() => Promise<void>> = [];

    afterEach(async () => {
      await Promise.all(ends.splice(0).map(end => end()));
    });

    it('audit once for all, and go on after one that was killed half-way', async () => {
      const catalog = new TestCatalog(
        range(1500).map(index => component(index)),
      );
      const server = new CatalogServer(catalog);
      const catalogAddress = await server.start();
      ends.push(() => server.stop());
      const { connection } = (await databases.init(databaseId)).client.config;
      const knex = knexFactory({
        client: 'pg',
        connection,
        searchPath: SCHEMA,
      });
      ends.push(() => knex.destroy());
      const stores = auditStores({ knex, now: () => new Date() });
      const start = async () => {
        const backend = await BackendProcess.start({
          database: { client: 'pg', connection, pluginDivisionMode: 'schema' },
          catalogAddress,
          customerLayer: {
            graph: { schedule: { frequency: 'PT2S' } },
            audit: { schedule: { frequency: 'PT1H', timeout: 'PT20S' } },
          },
        });
        ends.push(() => backend.kill());
        return backend;
      };
      const published = async (id: number) =>
        eventually(
          async () => {
            const run = await stores.runs.published();
            expect(run?.id).toBe(id);
            return run!;
          },
          { withinMs: 120_000 },
        );
      const visible = (run: number) =>
        stores.queries.page({ run, today: TODAY }, { limit: 10_000 });

      const both = [await start(), await start()];
      const first = await published(1);
      expect(first).toMatchObject({
        startedBy: 'schedule',
        subjects: { total: 1500, done: 1500 },
      });
      const found = await visible(1);
      expect(found.length).toBeGreaterThan(1500);

      // Everything is different, and every batch takes a while.
      catalog.put(
        ...range(1500).map(index => component(index, { title: 'Another' })),
      );
      await pause(10_000);
      await knex.raw(`
        create function wait_a_while() returns trigger language plpgsql as $$
          begin perform pg_sleep(0.3); return new; end
        $$;
        create trigger wait_a_while after update on ${RUNS}
          for each row when (new.state = 'running')
          execute function wait_a_while();
      `);
      await both[0].post('audit/runs');
      await eventually(async () => {
        const { done = 0 } = (await stores.runs.running())?.subjects ?? {};
        expect(done).toBeGreaterThan(400);
      });
      await Promise.all(both.map(backend => backend.kill()));
      expect(await knex(FINDINGS).where('since_run', 2)).not.toEqual([]);
      expect(await stores.runs.published()).toEqual(first);
      expect(await visible(1)).toEqual(found);

      // The scheduler thinks that it is under way until it would have been given up.
      await knex.raw('drop trigger wait_a_while on ??', [RUNS]);
      await eventually(
        async () =>
          expect(
            await knex(TASKS).where(
              'current_run_expires_at',
              '>',
              knex.fn.now(),
            ),
          ).toEqual([]),
        { withinMs: 30_000 },
      );
      const last = await start();
      const third = await published(3);
      await last.stop();
      expect(third.subjects).toEqual({ total: 1500, done: 1500 });
      expect(third.tally).toEqual(first.tally);
      expect(await stores.runs.list({ limit: 9 })).toMatchObject([
        { id: 3, state: 'done' },
        {
          id: 2,
          state: 'failed',
          startedBy: 'tests',
          error: 'It was interrupted',
        },
        { id: 1, state: 'done', startedBy: 'schedule' },
      ]);
      expect(await visible(1)).toEqual(found);
      expect(await visible(3)).toEqual(
        found.map(finding => ({ ...finding, title: 'Another' })),
      );
      expect(await knex(FINDINGS).where('since_run', 2)).toEqual([]);
    });
  },
);
