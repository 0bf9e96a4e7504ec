import { setTimeout } from 'node:timers/promises';
import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
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

const ATTEMPTS = 10;
const PAUSE_MS = 500;

async function migrate(knex: Knex, attempts: number): Promise<void> {
  try {
    await knex.migrate.latest(MIGRATIONS);
  } catch (error) {
    if (attempts === 1) {
      throw error;
    }
    // Replicas that start at the same moment get in each other's way: Knex lets one through and fails the others.
    await setTimeout(PAUSE_MS);
    await migrate(knex, attempts - 1);
  }
}

/**
 * Connects to the catalog's database and brings this module's tables there up to date, unless the configuration says to
 * skip that.
 */
export async function migrateAssignments(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await migrate(knex, ATTEMPTS);
  }
  return knex;
}
