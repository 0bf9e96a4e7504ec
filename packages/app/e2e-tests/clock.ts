import { join } from 'node:path';

/** By how many milliseconds the clock of the audited portal is ahead stands in this file; see shiftedClock.cjs. */
export const clockFile = join(__dirname, '../../../test-results/clock');
