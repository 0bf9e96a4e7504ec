import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrateDatabase, MIGRATIONS } from './migrateDatabase';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

/** Everything of ours, tables and indexes alike, except where the database notes its migrations. */
async function listSchema(knex: Knex): Promise<string[]> {
  const [table, name] = knex.client.config.client.includes('pg')
    ? ['pg_class', 'relname']
    : ['sqlite_master', 'name'];
  const names = await knex(table).pluck<string[]>(name);
  return names
    .filter(each => each.includes('customer_layer_'))
    .filter(each => !each.includes(MIGRATIONS.tableName))
    .sort();
}

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  it('go up, down without a trace, and up again', async () => {
    const knex = await databases.init(databaseId);
    const database = { getClient: async () => knex };

    expect(await migrateDatabase(database)).toBe(knex);
    const schema = await listSchema(knex);
    expect(schema).toEqual(
      expect.arrayContaining([
        'customer_layer_audit_confirmations',
        'customer_layer_audit_evidence',
        'customer_layer_audit_exemption_events',
        'customer_layer_audit_exemptions',
        'customer_layer_audit_findings',
        'customer_layer_audit_run_requests',
        'customer_layer_audit_runs',
        'customer_layer_coverage_samples',
        'customer_layer_graph_hints',
        'customer_layer_graph_journal',
        'customer_layer_graph_snapshot_chunks',
        'customer_layer_graph_snapshots',
        'customer_layer_graph_state',
        'customer_layer_suggestion_dismissals',
      ]),
    );

    await knex.migrate.rollback(MIGRATIONS, true);
    expect(await listSchema(knex)).toEqual([]);

    await migrateDatabase(database);
    await migrateDatabase(database);
    expect(await listSchema(knex)).toEqual(schema);
  });

  it('go up for all replicas that start at the same moment', async () => {
    const knex = await databases.init(databaseId);
    const database = { getClient: async () => knex };
    await Promise.all([1, 2, 3].map(() => migrateDatabase(database)));
    expect(await knex('customer_layer_graph_state')).toEqual([]);
  });

  it('are skipped where the configuration says so', async () => {
    const knex = await databases.init(databaseId);
    await migrateDatabase({
      getClient: async () => knex,
      migrations: { skip: true },
    });
    expect(await listSchema(knex)).toEqual([]);
  });
});
