import { Evidence, Verdict } from './finding';

const verdict =
  (state: Verdict['state']) =>
  (message: string, evidence: Evidence[] = []): Verdict => ({
    state,
    message,
    evidence,
  });

export const pass = verdict('pass');
export const fail = verdict('fail');
export const unmeasured = verdict('unmeasured');
export const skipped = verdict('skipped');

// What is wrong with many things is told of the first ones, so that no finding grows with the catalog.
const MOST = 10;

/** Tells some things one by one, and how many more there are. */
export function tell<T>(
  things: readonly T[],
  evidenceOf: (thing: T) => Evidence,
): Evidence[] {
  const evidence = things.slice(0, MOST).map(evidenceOf);
  if (things.length > MOST) {
    evidence.push({ text: `and ${things.length - MOST} more` });
  }
  return evidence;
}

/** "1 customer", "2 customers". */
export const count = (
  number: number,
  what: string,
  several = `${what}s`,
): string => `${number} ${number === 1 ? what : several}`;
