import { randomInt } from 'node:crypto';

/** A number for each ref, always the same for the same ref: an order that says nothing about names. */
export type Lots = (ref: string) => number;

const MOST = 2 ** 48 - 1;

/** Draws a number for each ref at random, when it is first asked for. */
export function drawLots(): Lots {
  const drawn = new Map<string, number>();
  return ref => {
    const lot = drawn.get(ref) ?? randomInt(MOST);
    drawn.set(ref, lot);
    return lot;
  };
}
