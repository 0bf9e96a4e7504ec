import { FindingsQuery } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { ownersAsText } from './FindingStore';

const NONE = 'none';

// What stands for itself in a LIKE pattern.
const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Leaves of some findings those that a question is about. */
export function whereMatching(
  findings: Knex.QueryBuilder,
  { rule, state, severity, kind, owner, system, text }: FindingsQuery,
): Knex.QueryBuilder {
  for (const [column, values] of [
    ['rule_id', rule],
    ['state', state],
    ['severity', severity],
    ['kind', kind],
  ] as const) {
    if (values) {
      findings.whereIn(column, values);
    }
  }
  if (owner === NONE) {
    findings.where('owner_refs', '');
  } else if (owner !== undefined) {
    findings.whereRaw("owner_refs like ? escape '\\'", [
      `%${literally(ownersAsText([owner]))}%`,
    ]);
  }
  if (system === NONE) {
    findings.whereNull('system_ref');
  } else if (system !== undefined) {
    findings.where('system_ref', system);
  }
  if (text !== undefined) {
    const pattern = `%${literally(text.toLocaleLowerCase('en-US'))}%`;
    findings.where(some =>
      some
        .whereRaw("subject_ref like ? escape '\\'", [pattern])
        .orWhereRaw("lower(title) like ? escape '\\'", [pattern]),
    );
  }
  return findings;
}
