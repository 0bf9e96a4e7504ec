import { setTimeout } from 'node:timers/promises';
import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
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

/** Connects to the plugin's database and brings its tables up to date, unless the configuration says to skip that. */
export async function migrateDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await migrate(knex, ATTEMPTS);
  }
  return knex;
}
