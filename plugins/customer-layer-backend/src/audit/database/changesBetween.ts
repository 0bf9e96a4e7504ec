import { ListedFinding } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { findingOf, rowsAt } from './findingsAt';
import { CLOSED, FindingRow } from './tables';

/** A finding at two runs; absent where there was, or is, none. */
export type ChangedFinding = { from?: ListedFinding; to?: ListedFinding };

const isChanged = ({ from, to }: ChangedFinding) => from?.state !== to?.state;

/**
 * What is not the same at two runs, by subject, then by rule. Exemptions are left out of account.
 *
 * @param runs - ids, the earlier one first
 */
export async function changesBetween(
  knex: Knex,
  [from, to]: readonly [from: number, to: number],
): Promise<ChangedFinding[]> {
  const gone: FindingRow[] = await rowsAt(knex, { run: from })
    .whereRaw(CLOSED)
    .where('until_run', '<=', to);
  const come: FindingRow[] = await rowsAt(knex, { run: to }).where(
    'since_run',
    '>',
    from,
  );
  const changes = new Map<string, ChangedFinding>();
  for (const [end, rows] of [
    ['from', gone],
    ['to', come],
  ] as const) {
    for (const row of rows) {
      const key = `${row.subject_ref}\n${row.rule_id}`;
      const finding = findingOf({
        ...row,
        exemption_id: null,
        expires_on: null,
      });
      changes.set(key, { ...changes.get(key), [end]: finding });
    }
  }
  return [...changes]
    .filter(([, change]) => isChanged(change))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, change]) => change);
}
