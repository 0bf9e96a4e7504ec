/** The tables of the migrations, with their rows as they come from either database. PostgreSQL gives bigints as text. */
export const STATE = 'customer_layer_graph_state';
export const SNAPSHOTS = 'customer_layer_graph_snapshots';
export const CHUNKS = 'customer_layer_graph_snapshot_chunks';
export const JOURNAL = 'customer_layer_graph_journal';
export const HINTS = 'customer_layer_graph_hints';

type BigInteger = number | string;

/** The one row of {@link STATE}. */
export type StateRow = {
  id: number;
  term: number;
  beat: number;
  holder: string | null;
  sequence: number;
  revision: string | null;
  read_at: BigInteger | null;
  contact_at: BigInteger | null;
};

/** The row of {@link SNAPSHOTS}. */
export type SnapshotRow = {
  id: string;
  sequence: number;
  size: BigInteger;
  chunks: number;
};

/** A row of {@link CHUNKS}. */
export type ChunkRow = {
  snapshot_id: string;
  position: number;
  checksum: string;
  bytes: Buffer;
};

/** A row of {@link JOURNAL}. */
export type JournalRow = {
  sequence: number;
  revision: string;
  built_at: string;
  size: number;
  checksum: string;
  bytes: Buffer;
};

/** A row of {@link HINTS}. */
export type HintRow = {
  entity_ref: string;
  version: BigInteger;
  attempts: number;
  noted_at: BigInteger;
  due_at: BigInteger;
};
