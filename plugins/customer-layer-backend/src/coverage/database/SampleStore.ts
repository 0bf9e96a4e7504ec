import {
  CoverageCounts,
  CoverageSample,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Knex } from 'knex';
import { chunk } from 'lodash';
import { SampleRow, SAMPLES } from './tables';

const DAY_MS = 24 * 60 * 60 * 1000;

// Of days before these only the last sample is kept.
const FULL_DAYS = 2;

const TIMES_PER_STATEMENT = 250;

const sampleOf = ({ at, counts }: SampleRow): CoverageSample => ({
  at: new Date(Number(at)).toISOString(),
  ...(JSON.parse(counts) as CoverageCounts),
});

/** How much of the catalog was covered, from time to time. */
export class SampleStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those since a time, the oldest first; all where no time is given. */
  async since(time?: Date): Promise<CoverageSample[]> {
    const rows = await this.#knex<SampleRow>(SAMPLES)
      .modify(query => {
        if (time) {
          query.where('at', '>=', time.getTime());
        }
      })
      .orderBy('at');
    return rows.map(sampleOf);
  }

  /** The last one. */
  async last(): Promise<CoverageSample | undefined> {
    const row = await this.#knex<SampleRow>(SAMPLES)
      .orderBy('at', 'desc')
      .first();
    return row && sampleOf(row);
  }

  /** Adds one, and forgets of days long ago all but the last of each. */
  async add(counts: CoverageCounts, at: Date): Promise<void> {
    await this.#knex<SampleRow>(SAMPLES)
      .insert({ at: at.getTime(), counts: JSON.stringify(counts) })
      // Of two replicas that take one in the same millisecond, while the one takes over from the other.
      .onConflict('at')
      .ignore();
    await this.#thin(at);
  }

  async #thin(now: Date): Promise<void> {
    const today = Math.floor(now.getTime() / DAY_MS);
    const times = await this.#knex<SampleRow>(SAMPLES)
      .where('at', '<', (today - FULL_DAYS) * DAY_MS)
      .orderBy('at')
      .pluck('at');
    const dayOf = (time: number | string) => Math.floor(Number(time) / DAY_MS);
    const surplus = times.filter(
      (time, i) => i + 1 < times.length && dayOf(times[i + 1]) === dayOf(time),
    );
    for (const some of chunk(surplus, TIMES_PER_STATEMENT)) {
      await this.#knex<SampleRow>(SAMPLES).whereIn('at', some).delete();
    }
  }
}
