import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrateAssignments, MIGRATIONS } from './migrateAssignments';

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
  it('go up for all replicas at once, down without a trace, and up again', async () => {
    const knex = await databases.init(databaseId);
    const database = { getClient: async () => knex };
    await Promise.all([1, 2, 3].map(() => migrateAssignments(database)));
    const schema = await listSchema(knex);
    expect(schema).toEqual(
      expect.arrayContaining([
        'customer_layer_assignment_changes',
        'customer_layer_assignment_items',
        'customer_layer_assignment_state',
        'customer_layer_assignments',
        'customer_layer_portal_customers',
      ]),
    );

    await knex.migrate.rollback(MIGRATIONS, true);
    expect(await listSchema(knex)).toEqual([]);

    await migrateAssignments(database);
    expect(await listSchema(knex)).toEqual(schema);
    expect(await knex('customer_layer_assignment_state')).toEqual([
      { id: 1, sequence: 0 },
    ]);
  });

  it('are skipped where the configuration says so', async () => {
    const knex = await databases.init(databaseId);
    await migrateAssignments({
      getClient: async () => knex,
      migrations: { skip: true },
    });
    expect(await listSchema(knex)).toEqual([]);
  });
});
