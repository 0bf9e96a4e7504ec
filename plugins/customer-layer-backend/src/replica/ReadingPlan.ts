import { ReadingSchedule } from '../config';
import { STITCHING_MS } from './hintPauses';

/** Why the whole catalog is read. */
export type ReadingReason =
  /** There is nothing to go on from. */
  | 'nothing kept'
  /** The rules of the graph are not those that are configured. */
  | 'other rules'
  | 'schedule'
  /** So many entities may have changed that reading each is no less. */
  | 'many hints'
  /** The catalog holds more or fewer entities than the graph. */
  | 'other count';

/** What may be a reason to read the whole catalog. */
export type ReadingNeeds = {
  nothingKept: boolean;
  otherRules: boolean;
  manyHints: boolean;
  otherCount: boolean;
};

/** Decides when the whole catalog is read. All times are monotonic milliseconds. */
export class ReadingPlan {
  readonly #frequency: number;
  #dueAt: number;
  #restUntil = -Infinity;
  #beganAt = -Infinity;

  constructor(options: {
    schedule: Pick<ReadingSchedule, 'frequency' | 'initialDelay'>;
    now: number;
    /** How long ago the last full reading began; absent where changes may have gone unnoticed since. */
    sinceLastMs?: number;
  }) {
    const { schedule, now, sinceLastMs } = options;
    this.#frequency = schedule.frequency;
    // The time of day may have been set, so that the last reading may seem to lie ahead of us.
    this.#dueAt =
      sinceLastMs === undefined
        ? now + schedule.initialDelay
        : now + Math.min(schedule.frequency - sinceLastMs, schedule.frequency);
  }

  /** Why to begin now, if there is a reason. */
  reasonAt(now: number, needs: ReadingNeeds): ReadingReason | undefined {
    if (needs.nothingKept) {
      return 'nothing kept';
    }
    if (needs.otherRules) {
      return 'other rules';
    }
    if (now >= this.#dueAt) {
      return 'schedule';
    }
    if (now < this.#restUntil) {
      return undefined;
    }
    if (needs.manyHints) {
      return 'many hints';
    }
    return needs.otherCount ? 'other count' : undefined;
  }

  /** A reading begins. */
  begin(now: number): void {
    this.#beganAt = now;
    this.#dueAt = now + this.#frequency;
  }

  /** It has ended well. The next waits as long as that took, unless it is on schedule, so that the catalog has time for others. */
  succeed(now: number): void {
    this.#restUntil = Math.max(
      this.#beganAt + STITCHING_MS,
      now + (now - this.#beganAt),
    );
  }

  /** It has failed, and is due again. */
  fail(now: number): void {
    this.#dueAt = now;
  }
}
