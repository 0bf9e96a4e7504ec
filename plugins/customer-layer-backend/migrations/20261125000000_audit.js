// @ts-check

/**
 * Keeps the audits of the whole catalog, and what people said about them.
 *
 * - `audit_runs`: one row for each audit. The published one is the last that is done.
 * - `audit_run_requests`: who asked for the next audit.
 * - `audit_findings`: a row holds from one run on until another: it is visible at run r when
 *   `since_run <= r and until_run > r`. So a run writes only what changed, any run that is kept can be read and compared
 *   with any other, and what a run has written is visible only once it is published. Findings that were skipped have no
 *   rows.
 * - `audit_exemptions`: that one subject may fail one rule until a day; what was done about each is in
 *   `audit_exemption_events`, where nothing is ever changed. `act` repeats the last event, for joins.
 * - `audit_confirmations`: who said that something happened on a day. Nothing is ever changed there either.
 * - `audit_evidence`: what sources beside the catalog's annotations know of an entity.
 *
 * Times are milliseconds since 1970 as integers: timestamps come back differently from SQLite and PostgreSQL. Days are
 * ISO 8601 dates as text.
 */

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Runs go through refs in order, which must be the order in which JavaScript sorts them.
  const refType = knex.client.config.client.includes('pg')
    ? 'text collate "C"'
    : 'text';

  await knex.schema.createTable('customer_layer_audit_runs', table => {
    table.increments('id');
    table.string('state').notNullable().comment('running, done or failed');
    table.text('started_by').notNullable();
    table.bigInteger('started_at').notNullable();
    table.bigInteger('ended_at');
    table.string('revision').notNullable().comment('Of the graph');
    table.string('built_at').notNullable().comment('Of the graph, ISO 8601');
    table.integer('total').notNullable().comment('Subjects');
    table.integer('done').notNullable().comment('Subjects');
    table.text('results').comment('JSON: what the findings came to');
    table.text('error');
    table.index(['state', 'id'], 'customer_layer_audit_runs_state_idx');
    table.unique(['state'], {
      indexName: 'customer_layer_audit_runs_running_uniq',
      predicate: knex.whereRaw("state = 'running'"),
    });
  });

  await knex.schema.createTable('customer_layer_audit_run_requests', table => {
    table.increments('id');
    table.text('requested_by').notNullable();
    table.bigInteger('requested_at').notNullable();
  });

  await knex.schema.createTable('customer_layer_audit_findings', table => {
    table.specificType('subject_ref', refType).notNullable();
    table.specificType('rule_id', refType).notNullable();
    table.integer('since_run').notNullable();
    table.integer('until_run').notNullable().comment('2147483647: still holds');
    table.string('state').notNullable();
    table.string('severity').notNullable();
    table.float('weight').notNullable();
    table.text('kind').notNullable();
    table.text('title');
    table
      .text('owner_refs')
      .notNullable()
      .comment('A line end before and after each');
    table.text('system_ref');
    table.text('message').notNullable();
    table.text('evidence').notNullable().comment('JSON');
    table.string('digest').notNullable().comment('Of all that may change');
    table.primary(['subject_ref', 'rule_id', 'since_run']);
    table.index('since_run', 'customer_layer_audit_findings_since_idx');
    // Most rows still hold, and are found by their refs.
    table.index('until_run', 'customer_layer_audit_findings_until_idx', {
      predicate: knex.whereRaw('until_run < 2147483647'),
    });
  });

  await knex.schema.createTable('customer_layer_audit_exemptions', table => {
    table.string('id', 36).primary();
    table.specificType('subject_ref', refType).notNullable();
    table.specificType('rule_id', refType).notNullable();
    table.text('reason').notNullable();
    table.string('expires_on', 10).notNullable().comment('The last day');
    table.string('act').notNullable();
    table.bigInteger('created_at').notNullable();
    table.integer('position').notNullable().comment('0, 1, 2 ...');
    // Two who ask for the same at the same moment write the same position: only one of them can.
    table.unique(['subject_ref', 'rule_id', 'position'], {
      indexName: 'customer_layer_audit_exemptions_position_uniq',
    });
  });

  await knex.schema.createTable(
    'customer_layer_audit_exemption_events',
    table => {
      table.string('exemption_id', 36).notNullable();
      table.integer('position').notNullable().comment('0, 1, 2 ...');
      table.string('act').notNullable();
      table.text('by').notNullable();
      table.bigInteger('at').notNullable();
      table.text('note');
      // Two who decide at the same moment write the same position: only one of them can.
      table.primary(['exemption_id', 'position']);
    },
  );

  await knex.schema.createTable('customer_layer_audit_confirmations', table => {
    table.string('id', 36).primary();
    table.specificType('subject_ref', refType).notNullable();
    table.string('kind').notNullable();
    table.string('date', 10).notNullable();
    table.text('note');
    table.text('by').notNullable();
    table.bigInteger('at').notNullable();
    table.index(
      ['subject_ref', 'at'],
      'customer_layer_audit_confirmations_subject_idx',
    );
  });

  await knex.schema.createTable('customer_layer_audit_evidence', table => {
    table.specificType('subject_ref', refType).notNullable();
    table.string('source_id').notNullable();
    table.text('evidence').notNullable().comment('JSON');
    table.bigInteger('gathered_at').notNullable();
    table.primary(['subject_ref', 'source_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('customer_layer_audit_evidence');
  await knex.schema.dropTable('customer_layer_audit_confirmations');
  await knex.schema.dropTable('customer_layer_audit_exemption_events');
  await knex.schema.dropTable('customer_layer_audit_exemptions');
  await knex.schema.dropTable('customer_layer_audit_findings');
  await knex.schema.dropTable('customer_layer_audit_run_requests');
  await knex.schema.dropTable('customer_layer_audit_runs');
};
