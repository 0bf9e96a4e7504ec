import { Finding, FINDING_STATES, FindingState } from './finding';

/** How many findings there are in each state; a state without any is absent. @public */
export type StateCounts = Partial<Record<FindingState, number>>;

/** Counts of findings, and what they come to. @public */
export type AuditTally = {
  counts: StateCounts;
  /** Weight of what passed over that of what passed or failed, 0 to 1; absent where nothing did. */
  score?: number;
};

/**
 * Counts findings as they come.
 *
 * @see docs/audit.md#score
 * @public
 */
export class Tally {
  readonly #counts = new Map<FindingState, number>();
  #passed = 0;
  #failed = 0;

  /**
   * Counts a finding.
   *
   * @param times - how many such findings there are
   */
  add({ state, weight }: Pick<Finding, 'state' | 'weight'>, times = 1): void {
    this.#counts.set(state, (this.#counts.get(state) ?? 0) + times);
    if (state === 'pass') {
      this.#passed += weight * times;
    } else if (state === 'fail') {
      this.#failed += weight * times;
    }
  }

  /** What those counted so far come to; nothing in it tells in which order they came. */
  get result(): AuditTally {
    const judged = this.#passed + this.#failed;
    return {
      counts: Object.fromEntries(
        FINDING_STATES.flatMap(state => {
          const count = this.#counts.get(state);
          return count === undefined ? [] : [[state, count]];
        }),
      ),
      ...(judged > 0 && { score: this.#passed / judged }),
    };
  }
}
