// @ts-check

/**
 * Keeps the graph of the whole catalog where every replica finds it: so that a restarted backend answers at once, also
 * while the catalog is down, and so that only one replica has to read the catalog.
 *
 * - `graph_state`: one row, made by the first claim. Who reads the catalog, and which state of the graph is published.
 *   It is the fence: whoever publishes changes this row first, in the same transaction.
 * - `graph_snapshots`: at most one row, the encoded graph. Its bytes are in `graph_snapshot_chunks`, because one value
 *   of many megabytes would hold up the event loop on SQLite. Chunks are written before the row that makes them count;
 *   so there is no foreign key, and chunks without a row are what a killed writer left behind.
 * - `graph_journal`: what changed in the graph since the snapshot.
 * - `graph_hints`: entities that are to be read again.
 *
 * Times are milliseconds since 1970 as integers: timestamps come back differently from SQLite and PostgreSQL. Bytes are
 * the last column of a row, because SQLite walks over what comes before the column it reads.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('customer_layer_graph_state', table => {
    table.integer('id').primary().comment('Always 1');
    table.integer('term').notNullable();
    table.integer('beat').notNullable();
    table.text('holder').comment('Null when no replica reads the catalog');
    table.integer('sequence').notNullable();
    table.text('revision').comment('Null before anything is published');
    table.bigInteger('read_at');
    table.bigInteger('contact_at');
  });

  await knex.schema.createTable('customer_layer_graph_snapshots', table => {
    table.uuid('id').primary();
    table.integer('sequence').notNullable();
    table.bigInteger('size').notNullable().comment('In bytes, unpacked');
    table.integer('chunks').notNullable();
  });

  await knex.schema.createTable(
    'customer_layer_graph_snapshot_chunks',
    table => {
      table.uuid('snapshot_id').notNullable();
      table.integer('position').notNullable().comment('0, 1, 2 ...');
      table.string('checksum', 64).notNullable().comment('SHA-256 of bytes');
      table.binary('bytes').notNullable().comment('gzip');
      table.primary(['snapshot_id', 'position']);
    },
  );

  await knex.schema.createTable('customer_layer_graph_journal', table => {
    table.integer('sequence').primary();
    table.text('revision').notNullable();
    table.string('built_at').notNullable().comment('ISO 8601');
    table.integer('size').notNullable().comment('Of bytes');
    table.string('checksum', 64).notNullable().comment('SHA-256 of bytes');
    table.binary('bytes').notNullable().comment('gzip of lines of JSON');
  });

  // Rows are locked in the order of their refs, which must be the order in which JavaScript sorts them.
  const refType = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';
  await knex.schema.createTable('customer_layer_graph_hints', table => {
    table.specificType('entity_ref', refType).primary();
    table.bigInteger('version').notNullable();
    table.integer('attempts').notNullable();
    table.bigInteger('noted_at').notNullable();
    table.bigInteger('due_at').notNullable();
    table.index(['due_at', 'entity_ref'], 'customer_layer_graph_hints_due_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('customer_layer_graph_hints');
  await knex.schema.dropTable('customer_layer_graph_journal');
  await knex.schema.dropTable('customer_layer_graph_snapshot_chunks');
  await knex.schema.dropTable('customer_layer_graph_snapshots');
  await knex.schema.dropTable('customer_layer_graph_state');
};
