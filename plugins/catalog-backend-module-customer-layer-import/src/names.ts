import { createHmac } from 'crypto';

const LONGEST_NAME = 63;

/**
 * The name of an entity for an id of the source: lower case, without accents, a hyphen for whatever else a name can't
 * hold, at most 63 characters. Empty when nothing is left.
 *
 * @public
 */
export function entityNameOf(id: string): string {
  return id
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/[-._]{2,}/g, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^[-._]+|[-._]+$/g, '');
}

/**
 * A name that tells nothing of the id to whoever hasn't the key: "c-" and the first 128 bits of its HMAC-SHA256.
 *
 * @public
 */
export const opaqueNameOf = (id: string, key: string): string =>
  `c-${createHmac('sha256', key).update(id).digest('hex').slice(0, 32)}`;
