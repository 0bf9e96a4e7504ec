import { createHash } from 'node:crypto';

/** A digest for graphs in tests. */
export const sha256 = (text: string): Uint8Array =>
  createHash('sha256').update(text).digest();
