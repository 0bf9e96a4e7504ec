import {
  Finding,
  FindingState,
  ListedFinding,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { ownersOf } from './FindingStore';
import { EXEMPTIONS, FindingRow, FINDINGS } from './tables';

/** Some refs in a row, with two bounds; from the beginning, or to the end, where one is absent. */
export type RefRange = { after?: string; upTo?: string };

/** At which run, under the exemptions of which day, findings are looked at. */
export type FindingsMoment = {
  /** Id of a run that is done. */
  run: number;
  /** ISO 8601 date. */
  today: string;
  /** Only those of subjects in it. */
  range?: RefRange;
};

/** A row of {@link findingsAt}. */
export type EffectiveRow = Omit<
  FindingRow,
  'state' | 'since_run' | 'until_run' | 'digest'
> & {
  state: FindingState;
  exemption_id: string | null;
  expires_on: string | null;
};

const COLUMNS = [
  'subject_ref',
  'rule_id',
  'severity',
  'weight',
  'kind',
  'title',
  'owner_refs',
  'system_ref',
  'message',
  'evidence',
  'exemption_id',
  'expires_on',
] as const;

/** The rows that are there at a run, whatever is exempt. */
export function rowsAt(
  knex: Knex,
  { run, range = {} }: Pick<FindingsMoment, 'run' | 'range'>,
) {
  const rows = knex<FindingRow>(FINDINGS)
    .where('since_run', '<=', run)
    .where('until_run', '>', run);
  if (range.after !== undefined) {
    rows.where('subject_ref', '>', range.after);
  }
  if (range.upTo !== undefined) {
    rows.where('subject_ref', '<=', range.upTo);
  }
  return rows;
}

/** The findings at a run, with the state that exemptions give them on a day. */
export function findingsAt(knex: Knex, { run, today, range }: FindingsMoment) {
  const holding = knex(EXEMPTIONS)
    .where('act', 'approved')
    .where('expires_on', '>=', today)
    .groupBy('subject_ref', 'rule_id')
    .select(
      'subject_ref as exempt_subject',
      'rule_id as exempt_rule',
      knex.raw('min(id) as exemption_id'),
    )
    .max('expires_on as expires_on')
    .as('holding');
  const rows = rowsAt(knex, { run, range })
    .leftJoin(holding, join =>
      join.on('exempt_subject', 'subject_ref').andOn('exempt_rule', 'rule_id'),
    )
    .select(
      ...COLUMNS,
      knex.raw(
        "case when exemption_id is not null and state in ('fail', 'unmeasured') then 'exempt' else state end as state",
      ),
    )
    .as('effective');
  return knex.from(rows);
}

/** The finding that a row tells of. */
export const findingOf = (row: EffectiveRow): ListedFinding => ({
  ruleId: row.rule_id,
  entityRef: row.subject_ref,
  state: row.state,
  severity: row.severity,
  weight: row.weight,
  message: row.message,
  evidence: JSON.parse(row.evidence) as Finding['evidence'],
  kind: row.kind,
  ownerRefs: ownersOf(row.owner_refs),
  ...(row.title !== null && { title: row.title }),
  ...(row.system_ref !== null && { systemRef: row.system_ref }),
  ...(row.state === 'exempt' && {
    exemption: {
      id: String(row.exemption_id),
      expiresOn: String(row.expires_on),
    },
  }),
});
