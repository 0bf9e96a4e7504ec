import { useCallback, useEffect, useState } from 'react';

// Soon at first, and ever more rarely: a minute in all.
const PAUSES_MS = [1, 1, 2, 2, 3, 4, 5, 6, 8, 8, 10, 10].map(s => s * 1_000);

// A large change comes in several revisions: after each, a while longer.
const PAUSES_AFTER_MS = [2, 2, 4, 8].map(s => s * 1_000);

// A catalog that never rests is not followed for ever.
const MOST_LOOKS = 60;

type Wait = {
  /** What held when the waiting began, or what came of it last. */
  revision: string | undefined;
  /** Whether something came of it. */
  seen: boolean;
  /** Looks since the last revision. */
  tries: number;
  looks: number;
};

/** Waiting for a change to show. */
export type Settling = {
  /** `over`: nothing came of it, and nobody looks any more. */
  state: 'rest' | 'waiting' | 'over';
  /** To be called after something was changed: looks again and again, until there is another revision. */
  begin: () => void;
};

/**
 * Looks again after a change, until it shows.
 *
 * @param revision - of what is shown
 * @param look - asks for it again; keeps its identity
 */
export function useSettling(
  revision: string | undefined,
  look: () => void,
): Settling {
  const [wait, setWait] = useState<Wait>();

  useEffect(() => {
    if (!wait) {
      return undefined;
    }
    if (revision !== wait.revision) {
      setWait({ ...wait, revision, seen: true, tries: 0 });
      return undefined;
    }
    const pauses = wait.seen ? PAUSES_AFTER_MS : PAUSES_MS;
    if (wait.tries >= pauses.length || wait.looks >= MOST_LOOKS) {
      if (wait.seen) {
        setWait(undefined);
      }
      return undefined;
    }
    const timer = setTimeout(() => {
      look();
      setWait({ ...wait, tries: wait.tries + 1, looks: wait.looks + 1 });
    }, pauses[wait.tries]);
    return () => clearTimeout(timer);
  }, [wait, revision, look]);

  const begin = useCallback(
    () => setWait({ revision, seen: false, tries: 0, looks: 0 }),
    [revision],
  );
  if (!wait || wait.seen) {
    return { state: 'rest', begin };
  }
  return {
    state: wait.tries < PAUSES_MS.length ? 'waiting' : 'over',
    begin,
  };
}
