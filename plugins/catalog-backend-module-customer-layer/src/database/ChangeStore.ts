import {
  AssignmentChange,
  DeclarationKey,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { groupBy } from 'lodash';
import { ChangeRow, CHANGES, ItemRow, ITEMS } from './tables';

/** A change with all of its items, whoever may read them. */
export type StoredChange = Omit<AssignmentChange, 'hiddenItems'> & {
  /** Its number in the order of changes. */
  sequence: number;
};

// Beyond so many items a page has fewer changes. One change may have thousands.
const ITEMS_PER_PAGE = 5_000;

const sequencesOf = (rows: readonly ChangeRow[]) =>
  rows.map(({ sequence }) => sequence);

const itemOf = ({ entity_ref: entityRef, key, before, after }: ItemRow) => ({
  entityRef,
  key: key as DeclarationKey,
  ...(before !== null && { before }),
  ...(after !== null && { after }),
});

/** What was ever assigned and taken back in the portal. */
export class ChangeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** One change. */
  async find(id: string): Promise<StoredChange | undefined> {
    const rows = await this.#knex<ChangeRow>(CHANGES).where({ id });
    const [change] = await this.#withItems(rows);
    return change;
  }

  /**
   * Changes, the newest first.
   *
   * @param options.entityRef - only those that concern this entity
   * @param options.before - only those before the one of this number
   * @returns at most `limit` changes; and the number of the last one, if there are more
   */
  async page(options: {
    entityRef?: string;
    before?: number;
    limit: number;
  }): Promise<{ changes: StoredChange[]; next?: number }> {
    const { entityRef, before, limit } = options;
    const query = this.#knex(CHANGES)
      .orderBy('sequence', 'desc')
      .limit(limit + 1);
    if (before !== undefined) {
      query.where('sequence', '<', before);
    }
    if (entityRef !== undefined) {
      query.whereIn(
        'sequence',
        this.#knex<ItemRow>(ITEMS)
          .where('entity_ref', entityRef)
          .select('sequence'),
      );
    }
    const found: ChangeRow[] = await query;
    const rows = await this.#fitting(found.slice(0, limit));
    return {
      changes: await this.#withItems(rows),
      ...(rows.length < found.length && {
        next: rows[rows.length - 1].sequence,
      }),
    };
  }

  /** The first of some changes: one at least, and as many as fit a page by their items. */
  async #fitting(rows: ChangeRow[]): Promise<ChangeRow[]> {
    const counts: Array<{ sequence: number; count: number | string }> =
      await this.#knex(ITEMS)
        .whereIn('sequence', sequencesOf(rows))
        .groupBy('sequence')
        .select('sequence')
        .count({ count: '*' });
    const bySequence = new Map(
      counts.map(({ sequence, count }) => [sequence, Number(count)]),
    );
    let items = 0;
    return rows.filter(({ sequence }, index) => {
      items += bySequence.get(sequence) ?? 0;
      return index === 0 || items <= ITEMS_PER_PAGE;
    });
  }

  async #withItems(rows: ChangeRow[]): Promise<StoredChange[]> {
    const items = await this.#knex<ItemRow>(ITEMS)
      .whereIn('sequence', sequencesOf(rows))
      .orderBy(['entity_ref', 'key']);
    const bySequence = groupBy(items, 'sequence');
    const undoneBy = await this.#undoneBy(rows.map(({ id }) => id));
    return rows.map(row => {
      const undoing = undoneBy.get(row.id);
      return {
        sequence: row.sequence,
        id: row.id,
        by: row.by,
        at: new Date(Number(row.at)).toISOString(),
        ...(row.reason !== null && { reason: row.reason }),
        ...(row.undoes !== null && { undoes: row.undoes }),
        ...(undoing !== undefined && { undoneBy: undoing }),
        items: (bySequence[row.sequence] ?? []).map(itemOf),
      };
    });
  }

  /** Which of some changes are undone, and by which change: one that was undone itself doesn't count. */
  async #undoneBy(ids: string[]): Promise<Map<string, string>> {
    if (!ids.length) {
      return new Map();
    }
    const rows = await this.#knex<ChangeRow>(CHANGES)
      .whereIn('undoes', ids)
      .orderBy('sequence')
      .select('id', 'undoes');
    const undone = await this.#undoneBy(rows.map(({ id }) => id));
    return new Map(
      rows.flatMap(({ id, undoes }) =>
        undoes === null || undone.has(id) ? [] : [[undoes, id] as const],
      ),
    );
  }
}
