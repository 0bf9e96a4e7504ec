import { Lease, LEASE_MS } from './Lease';

const state = (term: number, beat: number, holder?: string) => ({
  term,
  beat,
  holder,
  sequence: 0,
  snapshotSequence: 0,
});

describe('Lease', () => {
  let lease: Lease;
  let time: number;

  /** Looks every second, and says after how many it is free. */
  const freeAfter = (seen: ReturnType<typeof state>, most = 30) => {
    for (let seconds = 0; seconds < most; seconds++) {
      if (lease.look(seen, time)) {
        return seconds;
      }
      time += 1_000;
    }
    return undefined;
  };

  beforeEach(() => {
    lease = new Lease();
    time = 0;
  });

  it('is free while nobody holds it', () => {
    expect(freeAfter(state(0, 0))).toBe(0);
    expect(freeAfter(state(1, 5, 'one'), 3)).toBeUndefined();
    expect(freeAfter(state(1, 5))).toBe(0);
  });

  it('is free when nobody has been heard of for long enough', () => {
    const seconds = LEASE_MS / 1_000;
    expect(freeAfter(state(1, 0, 'one'), seconds)).toBeUndefined();
    // A sign of life, by a beat or a new term.
    expect(freeAfter(state(1, 1, 'one'), seconds)).toBeUndefined();
    expect(freeAfter(state(2, 1, 'two'))).toBe(seconds);
  });

  it('does not count the time in which nobody looked', () => {
    expect(freeAfter(state(1, 0, 'one'), 3)).toBeUndefined();
    time += 60_000;
    expect(freeAfter(state(1, 0, 'one'))).toBe(LEASE_MS / 1_000);
  });

  it('tells somebody who lives from the name of somebody who is gone', () => {
    freeAfter(state(1, 7, 'one'), 5);
    expect(lease.sawAnother).toBe(false);
    freeAfter(state(1, 8, 'one'), 1);
    expect(lease.sawAnother).toBe(true);
  });
});
