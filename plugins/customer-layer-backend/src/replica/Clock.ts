import { setTimeout } from 'node:timers/promises';

/** The time, and how to let it pass. */
export type Clock = {
  /** The time of day, for what others shall read. */
  now(): Date;
  /** Milliseconds that only ever grow, for what must not depend on the time of day. */
  monotonic(): number;
  /** Waits, but no longer than until the signal is aborted; never throws. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
};

/** The clock of this computer. */
export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  async pause(milliseconds, signal) {
    await setTimeout(milliseconds, undefined, { signal, ref: false }).catch(
      () => {},
    );
  },
};
