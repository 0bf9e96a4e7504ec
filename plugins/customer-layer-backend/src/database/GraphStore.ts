import { EntityChange } from '@missing-layer/backstage-plugin-customer-layer-common';

/** Who reads the catalog, and which state of the graph is published. */
export type GraphState = {
  /** Raised each time another replica becomes the reader; 0 before the first. */
  term: number;
  /** Raised by the reader while it lives. */
  beat: number;
  /** Absent when nobody reads: before the first claim, and after a resignation. */
  holder?: string;
  /** Of the published state: 1, 2, 3 and so on; 0 before anything is published. */
  sequence: number;
  /** Of the published graph; absent before anything is published. */
  revision?: string;
  /** Of the snapshot; 0 where there is none. */
  snapshotSequence: number;
  /** When the last full reading began that is in the published graph. */
  readAt?: Date;
  /** When the catalog last answered the reader. */
  contactAt?: Date;
};

/** What leads from the graph before to the one of this sequence. */
export type JournalEntry = {
  sequence: number;
  /** Of the graph with these changes in it. */
  revision: string;
  /** When that graph was built, in ISO 8601. */
  builtAt: string;
  changes: EntityChange[];
};

/** The whole graph of one sequence, encoded. */
export type Snapshot = { sequence: number; bytes: Uint8Array };

/** A snapshot that is to be published. */
export type NewSnapshot = Snapshot & {
  revision: string;
  /** When the full reading began that it comes from; absent where it comes from none. */
  readAt?: Date;
};

/** An entity that is to be read again. */
export type Hint = {
  entityRef: string;
  /** Raised each time it is noted again, and never the same for a ref that was settled and is noted later. */
  version: number;
  /** How often it was postponed since it was noted last. */
  attempts: number;
};

/**
 * Where replicas share the graph, the right to read the catalog, and what is to be read again.
 *
 * @remarks
 *
 * One replica, the reader, publishes; the others follow. A term is the right to publish: it is over as soon as another
 * replica claims the next one. What is published becomes visible as a whole, and only while the term lasts. When
 * publishing throws, what was to be published is visible or not, as after any lost connection: the state tells.
 */
export interface GraphStore {
  state(): Promise<GraphState>;

  /**
   * Makes a replica the reader, if the reader hasn't touched the state since it was seen or if there is none.
   *
   * @returns the new term, or undefined when another replica was faster or the reader lives
   */
  claim(
    seen: Pick<GraphState, 'term' | 'beat'>,
    holder: string,
  ): Promise<number | undefined>;

  /**
   * Says that the reader lives, and what it has done.
   *
   * @returns false when it isn't the reader any more
   */
  beat(
    term: number,
    done?: { readAt?: Date; contactAt?: Date },
  ): Promise<boolean>;

  /** Ends the term, so that another replica can claim the next one at once. */
  resign(term: number): Promise<void>;

  /**
   * Appends to the journal and so publishes the next state.
   *
   * @returns false, with nothing written, when the term is over
   * @throws ConflictError when the sequence doesn't follow the published one
   */
  publishChanges(term: number, entry: JournalEntry): Promise<boolean>;

  /**
   * Replaces the snapshot: by one of the published sequence, which shortens the journal, or of the next one, which is a
   * new state. Journal entries up to it go.
   *
   * @returns false, with nothing visible, when the term is over
   * @throws ConflictError when the sequence is neither, or when it is the published one with another revision
   */
  publishSnapshot(term: number, snapshot: NewSnapshot): Promise<boolean>;

  /** Removes a snapshot that can't be used, so that the reader writes another. Leaves one of another sequence alone. */
  discardSnapshot(sequence: number): Promise<void>;

  /**
   * The published snapshot; one that is replaced while it is read is left for its successor.
   *
   * @throws DamagedSnapshotError when it isn't as it was written
   */
  snapshot(): Promise<Snapshot | undefined>;

  /**
   * What leads from a sequence to the published one, in order.
   *
   * @returns undefined when the journal doesn't lead there: it no longer reaches back so far, or an entry is damaged
   */
  changesAfter(sequence: number): Promise<JournalEntry[] | undefined>;

  /** How long the journal is; its bytes are packed ones. */
  journalSize(): Promise<{ entries: number; bytes: number }>;

  /** Notes that entities are to be read again, now. Those noted before start afresh, with a higher version. */
  noteHints(entityRefs: readonly string[]): Promise<void>;

  /** Hints whose time has come, those first that have been due longest. */
  dueHints(options: { now: Date; limit: number }): Promise<Hint[]>;

  countHints(): Promise<number>;

  /** Removes hints, except those that were noted again meanwhile. */
  settleHints(hints: readonly Hint[]): Promise<void>;

  /** Makes hints due later and counts the attempt, except for those that were noted again meanwhile. */
  postponeHints(hints: readonly Hint[], until: Date): Promise<void>;

  /**
   * Removes hints that were last noted before a time: a full reading has made them moot.
   *
   * @remarks
   *
   * A hint is noted before the catalog shows what it is about, and by the clock of the replica that notes it. So take a
   * time well before the reading began.
   *
   * @returns how many went
   */
  clearHints(options: { notedBefore: Date }): Promise<number>;
}
