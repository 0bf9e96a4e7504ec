// @ts-check

/**
 * Keeps how much of the catalog had customers, and which suggestions somebody dismissed.
 *
 * - `coverage_samples`: counts at some times. Those of days long ago are thinned to the last one of each day.
 * - `suggestion_dismissals`: one row for each suggestion that nobody is to be bothered with any more.
 *
 * Times are milliseconds since 1970 as integers: timestamps come back differently from SQLite and PostgreSQL.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('customer_layer_coverage_samples', table => {
    table.bigInteger('at').primary();
    table.text('counts').notNullable().comment('JSON');
  });

  await knex.schema.createTable(
    'customer_layer_suggestion_dismissals',
    table => {
      table.text('entity_ref').notNullable();
      table.string('key').notNullable().comment('Which declaration');
      table.text('value').notNullable().comment('Ref of who was suggested');
      table.text('by').notNullable();
      table.bigInteger('at').notNullable();
      table.primary(['entity_ref', 'key', 'value']);
    },
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('customer_layer_suggestion_dismissals');
  await knex.schema.dropTable('customer_layer_coverage_samples');
};
