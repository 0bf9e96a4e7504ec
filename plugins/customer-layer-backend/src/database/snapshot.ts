import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { checksumOf } from './checksum';
import { DamagedSnapshotError } from './DamagedSnapshotError';
import { NewSnapshot, Snapshot } from './GraphStore';
import {
  ChunkRow,
  CHUNKS,
  JOURNAL,
  JournalRow,
  SnapshotRow,
  SNAPSHOTS,
} from './tables';
import { Published, publishInTerm, termLasts } from './term';

// One chunk holds so many bytes, packed; the last one fewer. SQLite writes and reads a chunk without a pause.
const CHUNK_BYTES = 1024 * 1024;

const pack = promisify(gzip);
const unpack = promisify(gunzip);

async function writeChunks(
  knex: Knex,
  snapshotId: string,
  bytes: Uint8Array,
): Promise<number> {
  let position = 0;
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    const packed = await pack(bytes.subarray(start, start + CHUNK_BYTES));
    await knex<ChunkRow>(CHUNKS).insert({
      snapshot_id: snapshotId,
      position,
      checksum: checksumOf(packed),
      bytes: packed,
    });
    position += 1;
  }
  return position;
}

// One by one, since SQLite takes a while for each.
async function removeChunks(
  knex: Knex,
  snapshotIds: readonly string[],
): Promise<void> {
  for (const id of snapshotIds) {
    const chunks = await knex<ChunkRow>(CHUNKS)
      .where({ snapshot_id: id })
      .select('snapshot_id', 'position');
    for (const chunk of chunks) {
      await knex<ChunkRow>(CHUNKS).where(chunk).delete();
      await setImmediate();
    }
  }
}

function requireFitting(snapshot: NewSnapshot, published: Published): void {
  const { sequence, revision } = snapshot;
  const isNext = sequence === published.sequence + 1;
  const isSame =
    sequence === published.sequence && revision === published.revision;
  if (!isNext && !isSame) {
    throw new ConflictError(
      `The snapshot "${sequence}" of revision "${revision}" is neither of the published state "${published.sequence}" of revision "${published.revision}" nor of the next one. Publish one snapshot after the other`,
    );
  }
}

/** See {@link GraphStore.publishSnapshot}. */
export async function replaceSnapshot(
  knex: Knex,
  term: number,
  snapshot: NewSnapshot,
): Promise<boolean> {
  if (!(await termLasts(knex, term))) {
    return false;
  }
  const { sequence, revision, readAt, bytes } = snapshot;
  const id = randomUUID();
  const chunks = await writeChunks(knex, id, bytes);

  let others: string[] = [];
  const isPublished = await publishInTerm(
    knex,
    term,
    async (transaction, published) => {
      requireFitting(snapshot, published);
      await transaction<SnapshotRow>(SNAPSHOTS).delete();
      await transaction<SnapshotRow>(SNAPSHOTS).insert({
        id,
        sequence,
        size: bytes.length,
        chunks,
      });
      await transaction<JournalRow>(JOURNAL)
        .where('sequence', '<=', sequence)
        .delete();
      // Nobody else can be writing any that will count: the term is ours until this ends.
      others = await transaction<ChunkRow>(CHUNKS)
        .whereNot({ snapshot_id: id })
        .distinct()
        .pluck('snapshot_id');
      return {
        sequence,
        revision,
        ...(readAt && { read_at: readAt.getTime() }),
      };
    },
  );

  // What can't be removed now, the next writer removes.
  await removeChunks(knex, isPublished ? others : [id]).catch(() => {});
  return isPublished;
}

/** See {@link GraphStore.discardSnapshot}. */
export async function removeSnapshot(
  knex: Knex,
  sequence: number,
): Promise<void> {
  const row = await knex<SnapshotRow>(SNAPSHOTS).where({ sequence }).first();
  if (row) {
    await knex<SnapshotRow>(SNAPSHOTS).where({ id: row.id }).delete();
    await removeChunks(knex, [row.id]);
  }
}

async function readChunk(
  knex: Knex,
  { id, sequence, chunks, size }: SnapshotRow,
  position: number,
): Promise<Buffer> {
  const damaged = (damage: string, cause?: unknown) =>
    new DamagedSnapshotError(
      sequence,
      `chunk ${position + 1} of ${chunks} ${damage}`,
      cause,
    );
  const chunk = await knex<ChunkRow>(CHUNKS)
    .where({ snapshot_id: id, position })
    .first('checksum', 'bytes');
  if (!chunk) {
    throw damaged('is missing');
  }
  if (checksumOf(chunk.bytes) !== chunk.checksum) {
    throw damaged("doesn't match its checksum");
  }
  const bytes = await unpack(chunk.bytes, {
    maxOutputLength: CHUNK_BYTES,
  }).catch(error => {
    throw damaged("can't be unpacked", error);
  });
  const due = Math.min(CHUNK_BYTES, Number(size) - position * CHUNK_BYTES);
  if (bytes.length !== due) {
    throw damaged(`holds ${bytes.length} bytes instead of ${due}`);
  }
  return bytes;
}

async function readBytes(knex: Knex, row: SnapshotRow): Promise<Uint8Array> {
  // Before memory is set aside for what the row says.
  if (Math.ceil(Number(row.size) / CHUNK_BYTES) !== row.chunks) {
    throw new DamagedSnapshotError(
      row.sequence,
      `${row.chunks} chunks can't hold its ${row.size} bytes`,
    );
  }
  const bytes = new Uint8Array(Number(row.size));
  for (let position = 0; position < row.chunks; position++) {
    bytes.set(await readChunk(knex, row, position), position * CHUNK_BYTES);
  }
  return bytes;
}

/** See {@link GraphStore.snapshot}. */
export async function readSnapshot(knex: Knex): Promise<Snapshot | undefined> {
  for (;;) {
    const row = await knex<SnapshotRow>(SNAPSHOTS).first();
    if (!row) {
      return undefined;
    }
    try {
      return { sequence: row.sequence, bytes: await readBytes(knex, row) };
    } catch (error) {
      const isStill = await knex<SnapshotRow>(SNAPSHOTS)
        .where({ id: row.id })
        .first('id');
      if (isStill) {
        throw error;
      }
      // It was replaced while it was read.
    }
  }
}
