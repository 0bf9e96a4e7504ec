import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import knexFactory, { Knex } from 'knex';
import { PAIR_TYPES } from './Pairs';
import { chunksOf, SyntheticCatalog } from './syntheticCatalog';

type SearchRow = {
  key: string;
  value: string | null;
  original_value: string | null;
};

const catalogFile = (...path: string[]) =>
  resolvePackagePath('@backstage/plugin-catalog-backend', ...path);

// The catalog's own, so that its tables hold what they would.
const { buildEntitySearch } = createRequire(__filename)(
  catalogFile('dist/database/operations/stitcher/buildEntitySearch.cjs.js'),
) as { buildEntitySearch(id: string, entity: Entity): SearchRow[] };

const ENTITIES_AT_ONCE = 1000;
const INVERSE_OF = new Map<string, string>(PAIR_TYPES.map(pair => [...pair]));

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');

/** Creates a database on a PostgreSQL server, and says how to reach it. */
export async function createDatabase(
  connection: string,
  name: string,
): Promise<string> {
  const admin = knexFactory({ client: 'pg', connection });
  await admin.raw('create database ??', [name]);
  await admin.destroy();
  return connection.replace(/[^/]*$/, name);
}

/**
 * Fills the tables of the real catalog as if it had processed and stitched all entities, without waiting until it has.
 * Nothing is due to be processed again for a year.
 *
 * @param knex - an empty PostgreSQL database
 */
export async function fillCatalogTables(
  knex: Knex,
  catalog: SyntheticCatalog,
): Promise<void> {
  await knex.migrate.latest({ directory: catalogFile('migrations') });
  await knex.transaction(async transaction => {
    // What the rows refer to comes with them; and indexes are made faster at the end.
    await transaction.raw(`set local session_replication_role = replica`);
    const { rows: indexes } = await transaction.raw<{
      rows: Array<{ indexname: string; indexdef: string }>;
    }>(
      `select indexname, indexdef from pg_indexes
       where schemaname = 'public' and tablename in ('search', 'relations')`,
    );
    for (const { indexname } of indexes) {
      await transaction.raw('drop index ??', [indexname]);
    }
    for (const entities of chunksOf(catalog, ENTITIES_AT_ONCE)) {
      await insertEntities(transaction, entities);
    }
    for (const { indexdef } of indexes) {
      await transaction.raw(indexdef);
    }
  });
  await knex.raw('vacuum analyze');
}

async function insertEntities(
  knex: Knex,
  entities: readonly Entity[],
): Promise<void> {
  const state: string[][] = [];
  const relations: string[][] = [];
  const search: Array<Array<string | null>> = [];
  for (const entity of entities) {
    const ref = stringifyEntityRef(entity);
    const hash = sha1(ref);
    const id = hash.replace(
      /^(.{8})(.{4})(.{4})(.{4})(.{12}).*/,
      '$1-$2-$3-$4-$5',
    );
    const { relations: final = [], ...processed } = entity;
    const stitched = {
      ...entity,
      metadata: { ...entity.metadata, uid: id, etag: hash },
    };
    state.push([
      id,
      ref,
      JSON.stringify(processed),
      JSON.stringify(stitched),
      hash,
    ]);
    for (const { type, targetRef } of final) {
      const inverse = INVERSE_OF.get(type);
      if (inverse) {
        relations.push([id, ref, type, targetRef]);
        relations.push([id, targetRef, inverse, ref]);
      }
    }
    for (const row of buildEntitySearch(id, stitched)) {
      search.push([id, row.key, row.value, row.original_value]);
    }
  }
  await insert(
    knex,
    `with given as (select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
       as given (id, ref, processed, stitched, hash)),
     processed as (
       insert into refresh_state (entity_id, entity_ref, unprocessed_entity, processed_entity, errors, next_update_at,
         last_discovery_at)
       select id, ref, processed, processed, '[]', now() + interval '1 year', now() from given),
     referenced as (
       insert into refresh_state_references (source_key, target_entity_ref)
       select 'synthetic-catalog', ref from given)
     insert into final_entities (entity_id, entity_ref, final_entity, hash, last_updated_at)
     select id, ref, stitched, hash, now() from given`,
    state,
  );
  await insert(
    knex,
    `insert into relations (originating_entity_id, source_entity_ref, type, target_entity_ref)
     select * from unnest(?::text[], ?::text[], ?::text[], ?::text[])`,
    relations,
  );
  await insert(
    knex,
    `insert into search (entity_id, key, value, original_value)
     select * from unnest(?::text[], ?::text[], ?::text[], ?::text[])`,
    search,
  );
}

/** One statement for all rows, with each column as an array. */
async function insert(
  knex: Knex,
  statement: string,
  rows: ReadonlyArray<ReadonlyArray<string | null>>,
): Promise<void> {
  const columns = rows[0].map((_, column) => rows.map(row => row[column]));
  // Its types know no arrays as values, but PostgreSQL does.
  await knex.raw(statement, columns as unknown as string[]);
}
