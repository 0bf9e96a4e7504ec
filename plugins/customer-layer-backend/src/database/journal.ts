import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { packChanges, unpackChanges } from './changes';
import { checksumOf } from './checksum';
import { JournalEntry } from './GraphStore';
import { JOURNAL, JournalRow, STATE, StateRow } from './tables';
import { publishInTerm } from './term';

// So many are read without a pause.
const ENTRIES_PER_READ = 16;

/** See {@link GraphStore.publishChanges}. */
export async function publishEntry(
  knex: Knex,
  term: number,
  entry: JournalEntry,
): Promise<boolean> {
  const { sequence, revision, builtAt, changes } = entry;
  const bytes = await packChanges(changes);
  const row: JournalRow = {
    sequence,
    revision,
    built_at: builtAt,
    size: bytes.length,
    checksum: checksumOf(bytes),
    bytes,
  };
  return publishInTerm(knex, term, async (transaction, published) => {
    if (sequence !== published.sequence + 1) {
      throw new ConflictError(
        `The changes "${sequence}" don't follow the published state "${published.sequence}". Publish changes one after the other`,
      );
    }
    await transaction<JournalRow>(JOURNAL).insert(row);
    return { sequence, revision };
  });
}

// In one statement, so that they belong together.
async function findEntries(
  knex: Knex,
  after: number,
): Promise<{ published: number; rows: JournalRow[] }> {
  const found = await knex<StateRow>({ state: STATE })
    .leftJoin({ journal: JOURNAL }, entry =>
      entry.on('journal.sequence', '>', knex.raw('?', [after])),
    )
    .orderBy('journal.sequence')
    .limit(ENTRIES_PER_READ)
    .select<(JournalRow & { published: number })[]>('journal.*', {
      published: 'state.sequence',
    });
  return {
    published: found[0]?.published ?? 0,
    rows: found.filter(row => row.sequence !== null),
  };
}

/** See {@link GraphStore.changesAfter}. */
export async function readEntries(
  knex: Knex,
  after: number,
  logger: LoggerService,
): Promise<JournalEntry[] | undefined> {
  const entries: JournalEntry[] = [];
  for (;;) {
    const reached = after + entries.length;
    const { published, rows } = await findEntries(knex, reached);
    if (reached === published) {
      return entries;
    }
    for (const [index, row] of rows.entries()) {
      if (row.sequence !== reached + 1 + index) {
        return undefined;
      }
      if (checksumOf(row.bytes) !== row.checksum) {
        logger.warn(
          `The entry "${row.sequence}" of the journal is damaged: it doesn't match its checksum. The graph is taken from elsewhere`,
        );
        return undefined;
      }
      entries.push({
        sequence: row.sequence,
        revision: row.revision,
        builtAt: row.built_at,
        changes: await unpackChanges(row.bytes),
      });
    }
    if (!rows.length) {
      return undefined;
    }
  }
}

/** See {@link GraphStore.journalSize}. */
export async function sizeOfJournal(
  knex: Knex,
): Promise<{ entries: number; bytes: number }> {
  const [row] = await knex<JournalRow>(JOURNAL)
    .count({ entries: '*' })
    .sum({ bytes: 'size' });
  return { entries: Number(row.entries), bytes: Number(row.bytes) };
}
