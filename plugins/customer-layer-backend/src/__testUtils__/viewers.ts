import { Turns } from '../services/Turns';
import { Viewer } from '../services/Viewers';

/** The share in the event loop of a request that nobody abandons, unless by this signal. */
export const turn = (signal = new AbortController().signal) =>
  new Turns().begin(signal);

/** Somebody who may read everything. */
export const everybody = (): Viewer => ({
  limited: false,
  turn: turn(),
  canRead: async () => () => true,
});

/** Somebody who may read so much and no more. */
export const somebody = (canRead: (ref: string) => boolean): Viewer => ({
  limited: true,
  turn: turn(),
  canRead: async () => canRead,
});
