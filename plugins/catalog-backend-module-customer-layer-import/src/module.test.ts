import { TestDatabases } from '@backstage/backend-test-utils';
import { CrmServer } from './__testUtils__/CrmServer';
import { ImportingCatalog } from './__testUtils__/ImportingCatalog';

// From an export over HTTP to entities in the catalog's HTTP API.

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const csvOf = (names: string[]) =>
  `Id,Name\n${names.map(name => `${name},${name}\n`).join('')}`;

const many = Array.from({ length: 20 }, (_, index) => `c${index + 10}`);

const nothing = (cause: RegExp) =>
  new RegExp(
    `^\\w+: Import "crm" has changed nothing in the catalog; caused by ${cause.source}`,
  );

describe.each(databases.eachSupportedId())('an import into %s', databaseId => {
  const crm = new CrmServer();
  let catalog: ImportingCatalog;
  let config: {
    url: string;
    token: string;
    columns: { name: string; title: string; type: { default: string } };
  };

  beforeAll(() => crm.start());
  afterAll(() => crm.stop());

  beforeEach(async () => {
    const { host } = crm;
    const database = await databases.init(databaseId);
    catalog = new ImportingCatalog({ database, host });
    config = {
      url: `http://${host}/export.csv`,
      token: CrmServer.token,
      columns: { name: 'Id', title: 'Name', type: { default: 'economic' } },
    };
    crm.text = csvOf(many);
  });

  afterEach(async () => {
    await catalog.stop();
    // It goes on processing on its way down, and the database must outlive that.
    await new Promise(resolve => setTimeout(resolve, 2_000));
  });

  it('keeps the catalog like its source', async () => {
    await catalog.start({ ...config, dryRun: true });
    await catalog.logs(
      /: A dry run would add 20 \(customer:default\/c10, .*, customer:default\/c29\)$/,
    );
    await catalog.logs('Import "crm": A dry run would remove 0');
    expect(await catalog.titles()).toEqual([]);

    await catalog.start(config);
    await catalog.logs(
      /: Done: add 20 \(.*c19 and 10 more\), change 0, remove 0, /,
    );
    await catalog.eventually(async () =>
      expect(await catalog.titles()).toEqual(many),
    );
    await catalog.logs(
      'Import "crm": Done: add 0, change 0, remove 0, keep 0 in doubt',
    );

    const [, changed, ...rest] = many;
    crm.text = `${csvOf([...rest, 'new'])}${changed},Other\n`;
    await catalog.logs(
      'Import "crm": Done: add 1 (customer:default/new), change 1 (customer:default/c11), remove 1 (customer:default/c10), keep 0 in doubt',
    );
    const after = ['Other', ...rest, 'new'].sort();
    await catalog.eventually(async () =>
      expect(await catalog.titles()).toEqual(after),
    );

    await catalog.delete('c12');
    await catalog.eventually(async () =>
      expect(await catalog.titles()).toEqual(after),
    );

    // A bad row keeps its customer, and stands in nobody's way.
    crm.text = `${csvOf(['new', ...rest.slice(1)])}${rest[0]},${rest[0]},x\n`;
    await catalog.logs(/: line 20 has 3 cells/);
    await catalog.logs(/ remove 0, keep 2 in doubt /);
    expect(await catalog.titles()).toEqual(after);
  });

  it('loses nothing', async () => {
    await catalog.start(config);
    await catalog.eventually(async () =>
      expect(await catalog.titles()).toEqual(many),
    );
    crm.text = undefined;
    await catalog.logs(nothing(/.*503/));
    crm.text = 'Id,Name\n"c10,c';
    await catalog.logs(nothing(/InputError: The source can't be read as csv/));
    crm.text = Buffer.from(csvOf(['Café']), 'latin1');
    await catalog.logs(nothing(/InputError: The source is not UTF-8/));
    crm.text = 'Id,Name\n';
    await catalog.logs(
      nothing(/ConflictError: The source holds no customer, and 20 are there/),
    );

    // After a restart it knows what was there before.
    crm.text = csvOf(['c12']);
    await catalog.start(config);
    await catalog.logs(
      nothing(/ConflictError: It would remove 19 of 20 customers, /),
    );
    await catalog.start({ ...config, token: 'another' });
    await catalog.logs(nothing(/.*401/));
    await catalog.start({ ...config, maxSize: 0.000001 });
    await catalog.logs(nothing(/InputError: The source is larger than /));
    expect(await catalog.titles()).toEqual(many);

    await catalog.start({ ...config, guard: { maxRemoved: 19 } });
    await catalog.eventually(async () =>
      expect(await catalog.titles()).toEqual(['c12']),
    );
    await catalog.start({
      ...config,
      opaqueNames: { key: '0123456789abcdef' },
      guard: { maxRemoved: '100%' },
    });
    await catalog.eventually(async () => {
      const [{ metadata }, ...more] = await catalog.customers();
      expect(more).toEqual([]);
      expect(metadata.name).toMatch(/^c-[0-9a-f]{32}$/);
      expect(metadata.title).toBe('c12');
    });

    // What isn't configured any more is gone.
    await catalog.start(undefined);
    await catalog.eventually(async () =>
      expect(await catalog.titles()).toEqual([]),
    );
  });
});
