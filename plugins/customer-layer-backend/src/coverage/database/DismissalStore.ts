import {
  CoverageApi,
  Suggestion,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { chunk } from 'lodash';
import { DismissalRow, DISMISSALS } from './tables';

const ROWS_PER_STATEMENT = 100;

/** What makes a suggestion this one and no other. */
export type SuggestionId = Parameters<
  CoverageApi['dismissSuggestions']
>[0]['items'][number];

/** Which suggestions nobody is to be bothered with any more. */
export class DismissalStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now(): Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** Dismisses suggestions; who dismissed one first remains who did. */
  async add(items: readonly SuggestionId[], by: string): Promise<void> {
    const at = this.#now().getTime();
    const rows = items.map(({ entityRef, key, value }) => ({
      entity_ref: entityRef,
      key,
      value,
      by,
      at,
    }));
    await this.#knex.transaction(async tx => {
      for (const some of chunk(rows, ROWS_PER_STATEMENT)) {
        await tx<DismissalRow>(DISMISSALS)
          .insert(some)
          .onConflict(['entity_ref', 'key', 'value'])
          .ignore();
      }
    });
  }

  /** Takes dismissals back. */
  async remove(items: readonly SuggestionId[]): Promise<void> {
    await this.#knex.transaction(async tx => {
      for (const some of chunk(items, ROWS_PER_STATEMENT)) {
        await tx<DismissalRow>(DISMISSALS)
          .whereIn(
            ['entity_ref', 'key', 'value'],
            some.map(({ entityRef, key, value }) => [entityRef, key, value]),
          )
          .delete();
      }
    });
  }

  /** Who dismissed which suggestions for some entities. */
  async of(
    entityRefs: readonly string[],
  ): Promise<
    (suggestion: SuggestionId) => NonNullable<Suggestion['dismissed']> | undefined
  > {
    const rows = await this.#knex<DismissalRow>(DISMISSALS).whereIn(
      'entity_ref',
      entityRefs,
    );
    const dismissed = new Map(
      rows.map(row => [
        `${row.entity_ref} ${row.key} ${row.value}`,
        { by: row.by, at: new Date(Number(row.at)).toISOString() },
      ]),
    );
    return ({ entityRef, key, value }) =>
      dismissed.get(`${entityRef} ${key} ${value}`);
  }
}
