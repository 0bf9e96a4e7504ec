import {
  Finding,
  FindingsQuery,
  FindingState,
  ListedFinding,
  Severity,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { ownersAsText, ownersOf } from './FindingStore';
import { CLOSED, EXEMPTIONS, FindingRow, FINDINGS } from './tables';

/** Which findings, at which run, under the exemptions of which day. */
export type FindingsAt = FindingsQuery & {
  /** Id of a run that is done. */
  run: number;
  /** ISO 8601 date. */
  today: string;
  /** Only those of subjects in it. */
  range?: RefRange;
};

/** Where a page begins: after the finding of this rule on this subject. */
export type FindingPosition = { entityRef: string; ruleId: string };

/** How many findings are alike. */
export type CountedFindings = {
  ruleId: string;
  severity: Severity;
  state: FindingState;
  weight: number;
  kind: string;
  ownerRefs: string[];
  systemRef?: string;
  count: number;
};

/** Some refs in a row, with two bounds; from the beginning, or to the end, where one is absent. */
export type RefRange = { after?: string; upTo?: string };

type Row = Omit<FindingRow, 'state'> & {
  state: FindingState;
  exemption_id: string | null;
  expires_on: string | null;
};

const NONE = 'none';

const findingOf = (row: Row): ListedFinding => ({
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

// What stands for itself in a LIKE pattern.
const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&');

function within<Q extends Knex.QueryBuilder>(
  findings: Q,
  { after, upTo }: RefRange = {},
): Q {
  if (after !== undefined) {
    findings.where('subject_ref', '>', after);
  }
  if (upTo !== undefined) {
    findings.where('subject_ref', '<=', upTo);
  }
  return findings;
}

/** Reads what the audits found, at any run that is kept. */
export class FindingQueries {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Findings by subject, then by rule. */
  async page(
    query: FindingsAt,
    { after, limit }: { after?: FindingPosition; limit: number },
  ): Promise<ListedFinding[]> {
    const rows = this.#matching(query)
      .orderBy(['subject_ref', 'rule_id'])
      .limit(limit)
      .select<Row[]>('*');
    if (after) {
      // Said twice, so that the index leads to where the page begins.
      rows.where('subject_ref', '>=', after.entityRef);
      rows.where(beyond =>
        beyond
          .where('subject_ref', '>', after.entityRef)
          .orWhere(same =>
            same
              .where('subject_ref', after.entityRef)
              .andWhere('rule_id', '>', after.ruleId),
          ),
      );
    }
    return (await rows).map(findingOf);
  }

  /** The findings of one subject. */
  async of(
    entityRef: string,
    at: Pick<FindingsAt, 'run' | 'today'>,
  ): Promise<ListedFinding[]> {
    const rows = await this.#effective(at)
      .where('subject_ref', entityRef)
      .orderBy('rule_id')
      .select<Row[]>('*');
    return rows.map(findingOf);
  }

  /** How many findings each subject has, by ref. */
  async countBySubject(query: FindingsAt): Promise<Map<string, number>> {
    const rows = await this.#matching(query)
      .groupBy('subject_ref')
      .orderBy('subject_ref')
      .select('subject_ref')
      .count({ count: '*' });
    return new Map(
      rows.map(row => [String(row.subject_ref), Number(row.count)]),
    );
  }

  /** How many findings there are. */
  async count(query: FindingsAt): Promise<number> {
    const [row] = await this.#matching(query).count({ count: '*' });
    return Number(row.count);
  }

  /** How many findings are alike in all that summaries count by. */
  async counted(
    at: Pick<FindingsAt, 'run' | 'today' | 'range'>,
  ): Promise<CountedFindings[]> {
    const columns = [
      'rule_id',
      'severity',
      'state',
      'weight',
      'kind',
      'owner_refs',
      'system_ref',
    ] as const;
    const rows: Array<Pick<Row, (typeof columns)[number]> & { count: string }> =
      await this.#effective(at)
        .groupBy(...columns)
        .select(...columns)
        .count({ count: '*' });
    return rows.map(row => ({
      ruleId: row.rule_id,
      severity: row.severity,
      state: row.state,
      weight: row.weight,
      kind: row.kind,
      ownerRefs: ownersOf(row.owner_refs),
      ...(row.system_ref !== null && { systemRef: row.system_ref }),
      count: Number(row.count),
    }));
  }

  /**
   * Divides all refs into ranges with about so many findings at a run, so that each is read without a pause that others
   * would notice.
   */
  async *ranges(run: number, findings: number): AsyncGenerator<RefRange> {
    let after: string | undefined;
    do {
      const upTo: string | undefined = await within(
        this.#knex<FindingRow>(FINDINGS),
        { after },
      )
        .where('since_run', '<=', run)
        .where('until_run', '>', run)
        .orderBy('subject_ref')
        .offset(findings - 1)
        .limit(1)
        .pluck('subject_ref')
        .then(([ref]) => ref);
      yield { after, upTo };
      after = upTo;
    } while (after !== undefined);
  }

  /**
   * What is not the same at two runs, by subject, then by rule; `from` or `to` is absent where there was, or is, no
   * finding. Exemptions are left out of account.
   */
  async changes(
    from: number,
    to: number,
  ): Promise<Array<{ from?: ListedFinding; to?: ListedFinding }>> {
    const only = (run: number) =>
      this.#knex<FindingRow>(FINDINGS)
        .where('since_run', '<=', run)
        .where('until_run', '>', run);
    const gone: FindingRow[] = await only(from)
      .whereRaw(CLOSED)
      .where('until_run', '<=', to);
    const come: FindingRow[] = await only(to).where('since_run', '>', from);
    const changes = new Map<
      string,
      { from?: ListedFinding; to?: ListedFinding }
    >();
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
      .filter(([, change]) => change.from?.state !== change.to?.state)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, change]) => change);
  }

  #matching(query: FindingsAt) {
    const rows = this.#effective(query);
    const { rule, state, severity, kind, owner, system, text } = query;
    for (const [column, values] of [
      ['rule_id', rule],
      ['state', state],
      ['severity', severity],
      ['kind', kind],
    ] as const) {
      if (values) {
        rows.whereIn(column, values);
      }
    }
    if (owner === NONE) {
      rows.where('owner_refs', '');
    } else if (owner !== undefined) {
      rows.whereRaw("owner_refs like ? escape '\\'", [
        `%${literally(ownersAsText([owner]))}%`,
      ]);
    }
    if (system === NONE) {
      rows.whereNull('system_ref');
    } else if (system !== undefined) {
      rows.where('system_ref', system);
    }
    if (text !== undefined) {
      const pattern = `%${literally(text.toLocaleLowerCase('en-US'))}%`;
      rows.where(some =>
        some
          .whereRaw("subject_ref like ? escape '\\'", [pattern])
          .orWhereRaw("lower(title) like ? escape '\\'", [pattern]),
      );
    }
    return rows;
  }

  /** The findings at a run, with the state that exemptions give them on a day. */
  #effective({
    run,
    today,
    range,
  }: Pick<FindingsAt, 'run' | 'today' | 'range'>) {
    const knex = this.#knex;
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
    const rows = knex(FINDINGS)
      .leftJoin(holding, join =>
        join
          .on('exempt_subject', 'subject_ref')
          .andOn('exempt_rule', 'rule_id'),
      )
      .where('since_run', '<=', run)
      .where('until_run', '>', run)
      .select(
        ...([
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
        ] as const),
        knex.raw(
          "case when exemption_id is not null and state in ('fail', 'unmeasured') then 'exempt' else state end as state",
        ),
      )
      .as('effective');
    return knex.from(within(rows, range));
  }
}
