import { MoreEvidence } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { chunk } from 'lodash';
import { EvidenceRow, EVIDENCE } from './tables';

const ROWS_PER_STATEMENT = 250;

/** What sources beside the catalog's annotations said when they were last asked. */
export class EvidenceStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now(): Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** Replaces all that a source said. */
  async replace(
    sourceId: string,
    evidence: ReadonlyMap<string, MoreEvidence>,
  ): Promise<void> {
    const gatheredAt = this.#now().getTime();
    const rows = Array.from(evidence, ([entityRef, more]) => ({
      subject_ref: entityRef,
      source_id: sourceId,
      evidence: JSON.stringify(more),
      gathered_at: gatheredAt,
    }));
    await this.#knex.transaction(async tx => {
      await tx<EvidenceRow>(EVIDENCE).where('source_id', sourceId).delete();
      for (const some of chunk(rows, ROWS_PER_STATEMENT)) {
        await tx<EvidenceRow>(EVIDENCE).insert(some);
      }
    });
  }

  /** Forgets what sources said that there are no longer. */
  async keepOnly(sourceIds: readonly string[]): Promise<void> {
    await this.#knex<EvidenceRow>(EVIDENCE)
      .whereNotIn('source_id', sourceIds)
      .delete();
  }

  /** What each source said of each entity, by source. */
  async all(): Promise<Array<{ entityRef: string; evidence: MoreEvidence }>> {
    const rows = await this.#knex<EvidenceRow>(EVIDENCE).orderBy([
      'source_id',
      'subject_ref',
    ]);
    return rows.map(row => ({
      entityRef: row.subject_ref,
      evidence: JSON.parse(row.evidence),
    }));
  }

  /** Another text when what sources said was replaced. */
  async version(): Promise<string> {
    const [row] = await this.#knex(EVIDENCE)
      .count({ count: '*' })
      .max('gathered_at as at');
    return `${row.count} ${row.at ?? 0}`;
  }
}
