import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { migrateTables } from '@missing-layer/backstage-plugin-customer-layer-node';
import { Knex } from 'knex';

/** Where the migrations are, and where the catalog's database notes which of them it has. */
export const MIGRATIONS = {
  directory: resolvePackagePath(
    '@missing-layer/backstage-plugin-catalog-backend-module-customer-layer',
    'migrations',
  ),
  // Of its own: the catalog and other modules have theirs in the same database.
  tableName: 'customer_layer_catalog_migrations',
} satisfies Knex.MigratorConfig;

/**
 * Connects to the catalog's database and brings this module's tables there up to date, unless the configuration says to
 * skip that.
 */
export const migrateAssignments = (database: DatabaseService): Promise<Knex> =>
  migrateTables(database, MIGRATIONS);
