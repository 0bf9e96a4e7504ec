import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { migrateTables } from '@missing-layer/backstage-plugin-customer-layer-node';
import { Knex } from 'knex';

/** Where the migrations are, and where the database notes which of them it has. */
export const MIGRATIONS = {
  directory: resolvePackagePath(
    '@missing-layer/backstage-plugin-customer-layer-backend',
    'migrations',
  ),
  // Of its own, so that plugins may share a database.
  tableName: 'customer_layer_migrations',
} satisfies Knex.MigratorConfig;

/** Connects to the plugin's database and brings its tables up to date, unless the configuration says to skip that. */
export const migrateDatabase = (database: DatabaseService): Promise<Knex> =>
  migrateTables(database, MIGRATIONS);
