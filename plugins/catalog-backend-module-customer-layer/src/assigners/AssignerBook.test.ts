import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { migrateAssignments } from '../database/migrateAssignments';
import { GitHost } from '../__testUtils__/GitHost';
import { AssignerBook } from './AssignerBook';
import { openAssignerBook } from './openAssignerBook';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const rule = (id: string, layer = 'data') => ({
  id,
  where: { kind: 'API' },
  assign: { layer },
});

let host: GitHost;

beforeEach(async () => {
  host = await GitHost.start();
});

afterEach(() => host.stop());

/** One replica: a book, with the task that reads files. */
async function open(
  knex: Knex,
  assignments: JsonObject,
): Promise<{ book: AssignerBook; read(): Promise<void>; log: string[] }> {
  const log: string[] = [];
  const logger = mockServices.logger.mock({
    warn: message => log.push(message),
    error: message => log.push(message),
  }) as LoggerService;
  const tasks: Array<() => Promise<void>> = [];
  const scheduler = mockServices.scheduler.mock({
    scheduleTask: async ({ fn, scope }) => {
      expect(scope).toBe('global');
      tasks.push(async () => fn(new AbortController().signal));
    },
  }) as SchedulerService;
  const config = new ConfigReader({
    backend: { reading: { allow: [{ host: host.host }] } },
    customerLayer: { assignments },
  });
  const book = await openAssignerBook({
    config,
    knex,
    reader: UrlReaders.default({ config, logger }),
    scheduler,
    logger,
  });
  return { book, log, read: async () => tasks[0]() };
}

async function eventually(assertion: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await assertion();
      return;
    } catch (error) {
      if (attempt > 100) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
}

const sourcesIn = async (book: AssignerBook) =>
  (await book.current()).map(({ source }) => source);

describe.each(databases.eachSupportedId())('rules on %s', databaseId => {
  async function migrated(): Promise<Knex> {
    const knex = await databases.init(databaseId);
    await migrateAssignments({ getClient: async () => knex });
    return knex;
  }

  it('come from configuration and from files, and change when a file does, on every replica', async () => {
    const knex = await migrated();
    host.files.set(
      '/one.yaml',
      `
aliases: [{ id: segment, from: tags, to: economic-customers }]
rules:
  - { id: one, where: { kind: API }, assign: { layer: data } }
  - { id: bad, where: { kind: API }, assign: { layer: attic } }
  - { id: here, where: { kind: API }, assign: { layer: data } }
`,
    );
    const assignments = {
      rules: [rule('here'), rule('broken', 'attic')],
      files: [{ target: host.url('/one.yaml') }],
    };
    const first = await open(knex, assignments);
    const second = await open(knex, assignments);
    const sources = ['alias:segment', 'rule:here', 'rule:one'];
    await eventually(async () => {
      expect(await sourcesIn(first.book)).toEqual(sources);
      expect(await sourcesIn(second.book)).toEqual(sources);
    });
    expect(await first.book.current()).toBe(await first.book.current());

    const { assigners, faults, files } = await second.book.status();
    expect(assigners).toEqual([
      {
        source: 'alias:segment',
        at: host.url('/one.yaml'),
        line: 2,
        says: 'economic-customers from tags',
      },
      {
        source: 'rule:here',
        at: 'customerLayer.assignments.rules.0',
        says: 'layer: data',
        where: '{"kind":"API"}',
      },
      expect.objectContaining({ source: 'rule:one', line: 4 }),
    ]);
    expect(faults.map(({ at, line, id }) => [at, line, id])).toEqual([
      ['customerLayer.assignments.rules.1.assign.layer', undefined, 'broken'],
      [host.url('/one.yaml'), 5, 'bad'],
      [host.url('/one.yaml'), 6, 'here'],
    ]);
    expect(files).toEqual([
      {
        target: host.url('/one.yaml'),
        readAt: expect.stringMatching(/^20..-.*Z$/),
      },
    ]);
    expect(first.log).toHaveLength(3);
    expect(first.log[0]).toMatch(
      /^Something of "broken" at customerLayer\.assignments\.rules\.1\.assign\.layer is left out .*"attic" is not one of/,
    );

    host.files.set('/one.yaml', 'rules: []');
    await first.read();
    await eventually(async () =>
      expect(await sourcesIn(second.book)).toEqual(['rule:here']),
    );
  });

  it('stay when their file can not be read, on a replica that starts then too', async () => {
    const knex = await migrated();
    const target = host.url('/rules.yaml');
    const text =
      'rules: [{ id: one, where: { kind: API }, assign: { layer: data } }]';
    host.files.set('/rules.yaml', text);
    const { book, read, log } = await open(knex, { files: [{ target }] });
    await eventually(async () =>
      expect(await sourcesIn(book)).toEqual(['rule:one']),
    );
    const [{ readAt }] = (await book.status()).files;

    await read();
    expect(host.answers).toEqual([200, 304]);
    const [again] = (await book.status()).files;
    expect(again.error).toBeUndefined();
    expect(Date.parse(again.readAt!)).toBeGreaterThan(Date.parse(readAt!));

    host.down = true;
    await read();
    const later = await open(knex, { files: [{ target }] });
    expect(await sourcesIn(later.book)).toEqual(['rule:one']);
    expect((await later.book.status()).files).toEqual([
      { ...again, error: expect.stringContaining('503') },
    ]);
    expect(log).toEqual([expect.stringContaining(`"${target}" can't be read`)]);

    host.down = false;
    host.files.set('/rules.yaml', 'rules:\n  - {');
    await read();
    expect((await book.status()).files[0].error).toMatch(
      /^line 2: The text is not YAML/,
    );
    await new Promise(resolve => setTimeout(resolve, 1_100));
    expect(await sourcesIn(book)).toEqual(['rule:one']);

    host.files.set('/rules.yaml', text);
    await read();
    expect((await book.status()).files[0].error).toBeUndefined();
  });

  it('need no file, and one that was never there is told of', async () => {
    const knex = await migrated();
    const none = await open(knex, {});
    expect(await none.book.status()).toEqual({
      assigners: [],
      faults: [],
      files: [],
    });
    const target = host.url('/none.yaml');
    const { book } = await open(knex, {
      files: [{ target }],
      rules: [rule('a')],
    });
    expect(await sourcesIn(book)).toEqual(['rule:a']);
    await eventually(async () =>
      expect((await book.status()).files).toEqual([
        { target, error: expect.stringMatching(/not found|404/i) },
      ]),
    );
  });
});

it.each([
  [{ rules: {} }, 'customerLayer.assignments.rules: must be a list'],
  [{ files: [{ target: 'rules.yaml' }] }, 'files.0.target: must be a full URL'],
  [{ rule: [] }, 'rule'],
  [{ schedule: { frequency: 'often' } }, 'customerLayer.assignments.schedule'],
])('refuses the block %j', async (assignments, message) => {
  await expect(open({} as Knex, assignments)).rejects.toThrow(message);
});
