import { CustomErrorBase } from '@backstage/errors';

/** A snapshot of the graph that is in the database, but not as it was written. */
export class DamagedSnapshotError extends CustomErrorBase {
  name = 'DamagedSnapshotError' as const;
  /** Of the snapshot, as {@link GraphStore.discardSnapshot} takes it. */
  readonly sequence: number;

  constructor(sequence: number, damage: string, cause?: unknown) {
    super(
      `The snapshot "${sequence}" of the graph is damaged: ${damage}. Discard it, so that it is written anew`,
      cause,
    );
    this.sequence = sequence;
  }
}
