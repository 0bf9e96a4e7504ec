import {
  AuditedSubject,
  Finding,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { chunk } from 'lodash';
import { insertRows } from './insertRows';
import { FindingRow, FINDINGS, OPEN, RunRow, RUNS } from './tables';

/** Some subjects in a row, with all there is to say of refs between two bounds. */
export type Batch = {
  subjects: readonly AuditedSubject[];
  /** Only refs beyond this one; from the beginning where absent. */
  after?: string;
  /** Only refs up to this one; to the end where absent. */
  upTo?: string;
  /** How many subjects of the run are done with these. */
  done: number;
};

// As many as the databases take in one statement without a pause that others would notice.
const ROWS_PER_STATEMENT = 250;

type Content = Omit<FindingRow, 'since_run' | 'until_run'>;

/** Refs as they stand in `owner_refs`. */
export const ownersAsText = (refs: readonly string[]): string =>
  refs.length ? `\n${refs.join('\n')}\n` : '';

/** Reads `owner_refs`. */
export const ownersOf = (text: string): string[] =>
  text.split('\n').filter(Boolean);

const isKept = (
  finding: Finding,
): finding is Finding & Pick<FindingRow, 'state'> =>
  finding.state !== 'skipped' && finding.state !== 'exempt';

const contentOf = ({ subject, findings }: AuditedSubject): Content[] =>
  findings.filter(isKept).map(finding => ({
    subject_ref: subject.entityRef,
    rule_id: finding.ruleId,
    state: finding.state,
    severity: finding.severity,
    weight: finding.weight,
    kind: subject.kind,
    title: subject.title ?? null,
    owner_refs: ownersAsText(subject.ownerRefs),
    system_ref: subject.systemRef ?? null,
    message: finding.message,
    evidence: JSON.stringify(finding.evidence),
  }));

const CONTENT = [
  'state',
  'severity',
  'weight',
  'kind',
  'title',
  'owner_refs',
  'system_ref',
  'message',
  'evidence',
] as const;

const keyOf = (row: Pick<FindingRow, 'subject_ref' | 'rule_id'>) =>
  `${row.subject_ref}\n${row.rule_id}`;

const isSame = (one: Content, other: Content) =>
  CONTENT.every(column => one[column] === other[column]);

/** What the audits found. */
export class FindingStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * Writes what a run found, as far as it is not what is known already.
   *
   * @throws ConflictError when the run was given up
   */
  async write(runId: number, batch: Batch): Promise<void> {
    await this.#knex.transaction(async tx => {
      const running = await tx<RunRow>(RUNS)
        .where({ id: runId, state: 'running' })
        .update({ done: batch.done });
      if (!running) {
        throw new ConflictError(
          `Audit ${runId} was given up: another one has begun`,
        );
      }
      const known = tx<FindingRow>(FINDINGS).where('until_run', OPEN);
      if (batch.after !== undefined) {
        known.where('subject_ref', '>', batch.after);
      }
      if (batch.upTo !== undefined) {
        known.where('subject_ref', '<=', batch.upTo);
      }
      await replace(tx, runId, {
        known: await known,
        found: batch.subjects.flatMap(contentOf),
      });
    });
  }

  /** Writes what is found of one subject between two runs, as if the published run had found it. */
  async amend(publishedId: number, audited: AuditedSubject): Promise<void> {
    await this.#knex.transaction(async tx => {
      const known = await tx<FindingRow>(FINDINGS)
        .where('subject_ref', audited.subject.entityRef)
        .where('since_run', '<=', publishedId)
        .where('until_run', '>', publishedId);
      const found = contentOf(audited);
      const own = new Set(
        known.filter(row => row.since_run === publishedId).map(keyOf),
      );
      for (const row of found.filter(one => own.has(keyOf(one)))) {
        await tx<FindingRow>(FINDINGS)
          .where({
            subject_ref: row.subject_ref,
            rule_id: row.rule_id,
            since_run: publishedId,
          })
          .update(row);
      }
      await replace(tx, publishedId, {
        known: known.filter(row => !own.has(keyOf(row))),
        found: found.filter(row => !own.has(keyOf(row))),
      });
    });
  }
}

/** Closes what is no longer so, and opens what is so from this run on. */
async function replace(
  tx: Knex.Transaction,
  runId: number,
  { known, found }: { known: FindingRow[]; found: Content[] },
): Promise<void> {
  const before = new Map<string, FindingRow>();
  const closing: FindingRow[] = [];
  for (const row of known) {
    // Two of one would both hold: an amendment met a run.
    const twin = before.get(keyOf(row));
    if (twin) {
      closing.push(twin);
    }
    before.set(keyOf(row), row);
  }
  const opened: FindingRow[] = [];
  for (const row of found) {
    const same = before.get(keyOf(row));
    if (same && isSame(same, row)) {
      before.delete(keyOf(row));
    } else {
      opened.push({ ...row, since_run: runId, until_run: OPEN });
    }
  }
  closing.push(...before.values());
  for (const closed of chunk(closing, ROWS_PER_STATEMENT)) {
    await tx<FindingRow>(FINDINGS)
      .whereIn(
        ['subject_ref', 'rule_id', 'since_run'],
        closed.map(row => [row.subject_ref, row.rule_id, row.since_run]),
      )
      .update({ until_run: runId });
  }
  await insertRows(tx, opened);
}
