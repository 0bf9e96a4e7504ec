// @ts-check

/**
 * Keeps what people assign in the portal. It lies in the catalog's database, and is keyed by entity ref: a processor reads
 * it with the entity in hand, and it outlives the entity's location, file and uid.
 *
 * - `assignments`: what the portal says now. No row where it says nothing.
 * - `assignment_changes` and `assignment_items`: what was done, in order; nothing of it is ever changed. `sequence` counts
 *   changes without a gap, in the order in which they were committed.
 * - `assignment_state`: one row. Whoever writes takes the next number from it first, so that writers come one after the
 *   other.
 * - `portal_customers`: the customers that were created in the portal, each as an entity in JSON.
 *
 * Times are milliseconds since 1970 as integers: timestamps come back differently from SQLite and PostgreSQL.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('customer_layer_assignment_state', table => {
    table.integer('id').primary();
    table.integer('sequence').notNullable().comment('Of the last change');
  });
  await knex('customer_layer_assignment_state').insert({ id: 1, sequence: 0 });

  await knex.schema.createTable('customer_layer_assignment_changes', table => {
    table.integer('sequence').primary();
    table.string('id').notNullable().unique();
    table.text('by').notNullable().comment('Ref of who did it');
    table.bigInteger('at').notNullable();
    table.text('reason');
    table.string('undoes').comment('Id of the change that this one undid');
    table.index('undoes', 'customer_layer_assignment_changes_undoes_idx');
  });

  await knex.schema.createTable('customer_layer_assignment_items', table => {
    table.integer('sequence').notNullable();
    table.text('entity_ref').notNullable();
    table.string('key').notNullable().comment('As in economicCustomers');
    table.text('before').comment('Null: the portal said nothing');
    table.text('after').comment('Null: the portal says nothing since');
    table.primary(['sequence', 'entity_ref', 'key']);
    table.index(
      ['entity_ref', 'sequence'],
      'customer_layer_assignment_items_entity_idx',
    );
  });

  await knex.schema.createTable('customer_layer_assignments', table => {
    table.text('entity_ref').notNullable();
    table.string('key').notNullable().comment('As in economicCustomers');
    table.text('value').notNullable().comment('As in the annotation');
    table.integer('sequence').notNullable().comment('Of the change');
    table.primary(['entity_ref', 'key']);
  });

  await knex.schema.createTable('customer_layer_portal_customers', table => {
    table.text('entity_ref').primary();
    table.text('entity').notNullable().comment('JSON');
    table.text('by').notNullable().comment('Ref of who created it');
    table.bigInteger('at').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('customer_layer_portal_customers');
  await knex.schema.dropTable('customer_layer_assignments');
  await knex.schema.dropTable('customer_layer_assignment_items');
  await knex.schema.dropTable('customer_layer_assignment_changes');
  await knex.schema.dropTable('customer_layer_assignment_state');
};
