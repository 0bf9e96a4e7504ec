import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import limiterFactory from 'p-limit';
import {
  GraphState,
  GraphStore,
  Hint,
  JournalEntry,
  NewSnapshot,
} from './GraphStore';
import {
  countHints,
  delayHints,
  deleteHints,
  deleteHintsBefore,
  findDueHints,
  insertHints,
} from './hints';
import { publishEntry, readEntries, sizeOfJournal } from './journal';
import { readSnapshot, removeSnapshot, replaceSnapshot } from './snapshot';
import { beatTerm, claimTerm, readState, resignTerm } from './term';

/** What a {@link DatabaseGraphStore} works with. */
export type DatabaseGraphStoreOptions = {
  /** With the tables of the migrations. */
  knex: Knex;
  logger: LoggerService;
  now(): Date;
};

/**
 * The {@link GraphStore} in the plugin's database, on PostgreSQL or SQLite.
 *
 * @remarks
 *
 * SQLite runs each statement on the thread that answers requests. So statements are small, and the event loop gets its
 * turn between them.
 */
export class DatabaseGraphStore implements GraphStore {
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  // A snapshot takes away the chunks of all others, also of one that is being written.
  readonly #oneByOne = limiterFactory(1);

  constructor({ knex, logger, now }: DatabaseGraphStoreOptions) {
    this.#knex = knex;
    this.#logger = logger;
    this.#now = now;
  }

  async state() {
    return readState(this.#knex);
  }

  async claim(seen: Pick<GraphState, 'term' | 'beat'>, holder: string) {
    return claimTerm(this.#knex, seen, holder);
  }

  async beat(term: number, done: { readAt?: Date; contactAt?: Date } = {}) {
    return beatTerm(this.#knex, term, done);
  }

  async resign(term: number) {
    return resignTerm(this.#knex, term);
  }

  async publishChanges(term: number, entry: JournalEntry) {
    return publishEntry(this.#knex, term, entry);
  }

  async publishSnapshot(term: number, snapshot: NewSnapshot) {
    return this.#oneByOne(() => replaceSnapshot(this.#knex, term, snapshot));
  }

  async discardSnapshot(sequence: number) {
    return removeSnapshot(this.#knex, sequence);
  }

  async snapshot() {
    return readSnapshot(this.#knex);
  }

  async changesAfter(sequence: number) {
    return readEntries(this.#knex, sequence, this.#logger);
  }

  async journalSize() {
    return sizeOfJournal(this.#knex);
  }

  async noteHints(entityRefs: readonly string[]) {
    return insertHints(this.#knex, entityRefs, this.#now());
  }

  async dueHints(options: { now: Date; limit: number }) {
    return findDueHints(this.#knex, options);
  }

  async countHints() {
    return countHints(this.#knex);
  }

  async settleHints(hints: readonly Hint[]) {
    return deleteHints(this.#knex, hints);
  }

  async postponeHints(hints: readonly Hint[], until: Date) {
    return delayHints(this.#knex, hints, until);
  }

  async clearHints({ notedBefore }: { notedBefore: Date }) {
    return deleteHintsBefore(this.#knex, notedBefore);
  }
}
