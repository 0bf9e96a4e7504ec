import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';
import { quote } from '@missing-layer/backstage-plugin-customer-layer-node';

/** Prints a position as an opaque text. */
export const printCursor = (position: object): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/**
 * Reads what {@link printCursor} printed.
 *
 * @throws InputError when it is anything else
 */
export function parseCursor<T>(text: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    json = undefined;
  }
  const { data } = schema.safeParse(json);
  if (!data) {
    throw new InputError(
      `The cursor ${quote(
        text,
      )} can't be read. Give nextCursor of the page before word for word, or none for the first page`,
    );
  }
  return data;
}
