import { hash } from 'node:crypto';
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

type Known = Pick<
  FindingRow,
  'subject_ref' | 'rule_id' | 'since_run' | 'digest'
>;

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

const contentOf = ({ subject, findings }: AuditedSubject): Content[] => {
  const ofSubject = {
    kind: subject.kind,
    title: subject.title || null,
    owner_refs: ownersAsText(subject.ownerRefs),
    system_ref: subject.systemRef ?? null,
  };
  return findings.filter(isKept).map(finding => {
    const content = {
      ...ofSubject,
      state: finding.state,
      severity: finding.severity,
      weight: finding.weight,
      message: finding.message,
      evidence: JSON.stringify(finding.evidence),
    };
    return {
      subject_ref: subject.entityRef,
      rule_id: finding.ruleId,
      ...content,
      digest: hash('sha256', Object.values(content).join('\0'), 'base64'),
    };
  });
};

const keyOf = (row: Pick<FindingRow, 'subject_ref' | 'rule_id'>) =>
  `${row.subject_ref}\n${row.rule_id}`;

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
      const known = tx<FindingRow>(FINDINGS)
        .where('until_run', OPEN)
        .select('subject_ref', 'rule_id', 'since_run', 'digest');
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

  /**
   * Writes what is found of one subject as if a run had found it: the published one, or the one that is under way.
   *
   * @returns what it takes the place of; undefined, with nothing written, when another run has begun
   */
  async amend(
    runId: number,
    audited: AuditedSubject,
  ): Promise<Finding[] | undefined> {
    return this.#knex.transaction(async tx => {
      const run = () => tx<RunRow>(RUNS);
      // None begins while this is locked.
      await run().where('id', runId).forUpdate().first();
      const last = await run()
        .whereIn('state', ['running', 'done'])
        .orderBy('id', 'desc')
        .first();
      if (last?.id !== runId) {
        return undefined;
      }
      const visible = () =>
        tx<FindingRow>(FINDINGS)
          .where('subject_ref', audited.subject.entityRef)
          .where('since_run', '<=', runId)
          .where('until_run', '>', runId);
      const known = await visible();
      // Nobody has seen these but at this very run.
      await visible().where('since_run', runId).delete();
      await replace(tx, runId, {
        known: known.filter(row => row.since_run !== runId),
        found: contentOf(audited),
      });
      return known.map(row => ({
        ruleId: row.rule_id,
        entityRef: row.subject_ref,
        state: row.state,
        severity: row.severity,
        weight: row.weight,
        message: row.message,
        evidence: JSON.parse(row.evidence),
      }));
    });
  }
}

/** Closes what is no longer so, and opens what is so from this run on. */
async function replace(
  tx: Knex.Transaction,
  runId: number,
  { known, found }: { known: readonly Known[]; found: readonly Content[] },
): Promise<void> {
  const closing = new Map(known.map(row => [keyOf(row), row]));
  const opening: FindingRow[] = [];
  for (const row of found) {
    const key = keyOf(row);
    if (closing.get(key)?.digest === row.digest) {
      closing.delete(key);
    } else {
      opening.push({ ...row, since_run: runId, until_run: OPEN });
    }
  }
  for (const closed of chunk([...closing.values()], ROWS_PER_STATEMENT)) {
    await tx<FindingRow>(FINDINGS)
      .whereIn(
        ['subject_ref', 'rule_id', 'since_run'],
        closed.map(row => [row.subject_ref, row.rule_id, row.since_run]),
      )
      .update({ until_run: runId });
  }
  await insertRows(tx, opening);
}
