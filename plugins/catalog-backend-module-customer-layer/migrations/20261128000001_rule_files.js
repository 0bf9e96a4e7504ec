// @ts-check

/**
 * Keeps the files of rules and aliases that configuration names, as they were read last: so that all replicas go by the
 * same rules, and go on when the host of the files does not answer.
 *
 * Times are milliseconds since 1970 as integers: timestamps come back differently from SQLite and PostgreSQL.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('customer_layer_rule_files', table => {
    table.text('target').primary().comment('URL');
    table.text('text').comment('The last that could be read, if any');
    table.text('etag').comment('Of that text');
    table.integer('version').notNullable().comment('Grows with each new text');
    table.bigInteger('read_at').comment('Of the last reading that worked');
    table.text('error').comment('Why the last reading failed');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('customer_layer_rule_files');
};
