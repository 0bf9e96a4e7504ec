import { TestDatabases } from '@backstage/backend-test-utils';
import { CoverageCounts } from '@missing-layer/backstage-plugin-customer-layer-common';
import { migrateDatabase } from '../../database/migrateDatabase';
import { DismissalStore, SuggestionId } from './DismissalStore';
import { SampleStore } from './SampleStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const counts = (entities: number) => ({ entities } as CoverageCounts);

const suggestion = (
  entity: string,
  value: string,
  key: SuggestionId['key'] = 'operationsTeam',
): SuggestionId => ({ entityRef: `component:default/${entity}`, key, value });

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  async function open() {
    const knex = await databases.init(databaseId);
    return migrateDatabase({ getClient: async () => knex });
  }

  it('keeps all samples of two days, and the last of each day before', async () => {
    const samples = new SampleStore(await open());
    expect(await samples.last()).toBeUndefined();
    expect(await samples.since()).toEqual([]);
    const times = [
      '2026-06-01T08:00:00.000Z',
      '2026-06-01T23:59:59.999Z',
      '2026-06-02T00:00:00.000Z',
      '2026-06-03T01:00:00.000Z',
      '2026-06-03T02:00:00.000Z',
      '2026-06-04T03:00:00.000Z',
      '2026-06-04T04:00:00.000Z',
      '2026-06-05T05:00:00.000Z',
    ];
    for (let i = 0; i < times.length; i++) {
      await samples.add(counts(i), new Date(times[i]));
    }
    expect(await samples.since()).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map(i => ({ at: times[i], entities: i })),
    );
    await samples.add(counts(8), new Date('2026-06-06T06:00:00.000Z'));
    expect(
      (await samples.since(new Date(times[2]))).map(({ entities }) => entities),
    ).toEqual([2, 4, 5, 6, 7, 8]);
    // Of two at the same moment the first one stays.
    await samples.add(counts(9), new Date('2026-06-06T06:00:00.000Z'));
    expect(await samples.last()).toEqual({
      at: '2026-06-06T06:00:00.000Z',
      entities: 8,
    });
  });

  it('keeps who dismissed a suggestion first, until that is taken back', async () => {
    let time = 0;
    const dismissals = new DismissalStore({
      knex: await open(),
      now: () => new Date(time++),
    });
    const all = [
      suggestion('a', 'group:default/x'),
      suggestion('a', 'group:default/y'),
      suggestion('a', 'group:default/x', 'internalCustomers'),
      suggestion('b', 'group:default/x'),
    ];
    await dismissals.add(all.slice(0, 2), 'user:default/ann');
    await dismissals.add(all, 'user:default/bob');
    await dismissals.remove([all[1], suggestion('c', 'group:default/x')]);
    const of = await dismissals.of(['component:default/a']);
    expect(all.map(of)).toEqual([
      { by: 'user:default/ann', at: '1970-01-01T00:00:00.000Z' },
      undefined,
      { by: 'user:default/bob', at: '1970-01-01T00:00:00.001Z' },
      // Nobody asked for it.
      undefined,
    ]);
    const many = Array.from({ length: 450 }, (_, i) =>
      suggestion(`n${i}`, 'group:default/x'),
    );
    await dismissals.add(many, 'user:default/ann');
    await dismissals.remove(many.slice(1));
    const left = await dismissals.of(many.map(({ entityRef }) => entityRef));
    expect(many.filter(left)).toEqual([many[0]]);
  });
});
