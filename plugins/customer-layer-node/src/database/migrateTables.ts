import { setTimeout } from 'node:timers/promises';
import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

const ATTEMPTS = 10;
const PAUSE_MS = 500;

async function migrate(
  knex: Knex,
  migrations: Knex.MigratorConfig,
  attempts: number,
): Promise<void> {
  try {
    await knex.migrate.latest(migrations);
  } catch (error) {
    if (attempts === 1) {
      throw error;
    }
    // Replicas that start at the same moment get in each other's way: Knex lets one through and fails the others.
    await setTimeout(PAUSE_MS);
    await migrate(knex, migrations, attempts - 1);
  }
}

/**
 * Connects to a database and brings tables there up to date, unless the configuration says to skip that.
 *
 * @param migrations - where they are, and where the database notes which of them it has
 * @public
 */
export async function migrateTables(
  database: DatabaseService,
  migrations: Knex.MigratorConfig,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await migrate(knex, migrations, ATTEMPTS);
  }
  return knex;
}
