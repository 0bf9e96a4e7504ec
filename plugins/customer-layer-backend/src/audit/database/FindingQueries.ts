import {
  FindingsQuery,
  FindingState,
  ListedFinding,
  Severity,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { ChangedFinding, changesBetween } from './changesBetween';
import {
  EffectiveRow,
  findingOf,
  findingsAt,
  FindingsMoment,
  RefRange,
  rowsAt,
} from './findingsAt';
import { ownersOf } from './FindingStore';
import { whereMatching } from './whereMatching';

/** Which findings, at which run, under the exemptions of which day. */
export type FindingsAt = FindingsQuery & FindingsMoment;

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

// What summaries count by.
const COUNTED_BY = [
  'rule_id',
  'severity',
  'state',
  'weight',
  'kind',
  'owner_refs',
  'system_ref',
] as const;

type CountedRow = Pick<EffectiveRow, (typeof COUNTED_BY)[number]> & {
  count: string;
};

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
      .select<EffectiveRow[]>('*');
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
    at: Pick<FindingsMoment, 'run' | 'today'>,
  ): Promise<ListedFinding[]> {
    const rows = await findingsAt(this.#knex, at)
      .where('subject_ref', entityRef)
      .orderBy('rule_id')
      .select<EffectiveRow[]>('*');
    return rows.map(findingOf);
  }

  /** How many findings each subject has, by ref. */
  async countBySubject(query: FindingsAt): Promise<Map<string, number>> {
    const rows: Array<{ subject_ref: string; count: string }> =
      await this.#matching(query)
        .groupBy('subject_ref')
        .orderBy('subject_ref')
        .select('subject_ref')
        .count({ count: '*' });
    return new Map(rows.map(row => [row.subject_ref, Number(row.count)]));
  }

  /** How many findings are alike in all that summaries count by. */
  async counted(at: FindingsMoment): Promise<CountedFindings[]> {
    const rows: CountedRow[] = await findingsAt(this.#knex, at)
      .groupBy(...COUNTED_BY)
      .select(...COUNTED_BY)
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
      const upTo: string | undefined = await rowsAt(this.#knex, {
        run,
        range: { after },
      })
        .orderBy('subject_ref')
        .offset(findings - 1)
        .limit(1)
        .pluck('subject_ref')
        .then(([ref]) => ref);
      yield { after, upTo };
      after = upTo;
    } while (after !== undefined);
  }

  /** What is not the same at two runs, the earlier one given first. */
  changes(from: number, to: number): Promise<ChangedFinding[]> {
    return changesBetween(this.#knex, [from, to]);
  }

  #matching(query: FindingsAt) {
    return whereMatching(findingsAt(this.#knex, query), query);
  }
}
