import { GraphState } from '../database/GraphStore';

/** A reader that hasn't been heard of for so long may be replaced. */
export const LEASE_MS = 10_000;

// Whoever didn't look for so long can't tell whether there was something to see: the database may have been down for all.
const LONGEST_ABSENCE_MS = 5_000;

/**
 * Watches whether the reader lives, by nothing but what changes in the state and how long that takes by our own clock:
 * so that the clocks of replicas need not agree.
 */
export class Lease {
  #seen: { term: number; beat: number; at: number } | undefined;
  #lookedAt = -Infinity;
  #sawAnother = false;

  /**
   * Takes in the state as it is now.
   *
   * @param now - in monotonic milliseconds
   * @returns whether the reader's place is free to be claimed
   */
  look({ term, beat, holder }: GraphState, now: number): boolean {
    const seen = this.#seen;
    const wasAbsent = now - this.#lookedAt > LONGEST_ABSENCE_MS;
    this.#lookedAt = now;
    const isNew = seen?.term !== term || seen.beat !== beat;
    if (isNew) {
      this.#sawAnother ||= seen !== undefined && holder !== undefined;
    }
    if (isNew || wasAbsent) {
      this.#seen = { term, beat, at: now };
    }
    return holder === undefined || now - (this.#seen?.at ?? now) >= LEASE_MS;
  }

  /** Whether anybody was seen alive as the reader. */
  get sawAnother(): boolean {
    return this.#sawAnother;
  }
}
