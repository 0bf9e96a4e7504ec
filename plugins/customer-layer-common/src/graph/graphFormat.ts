import { CustomErrorBase } from '@backstage/errors';
import { z } from 'zod/v4';
import { DerivationRules } from '../config';

/**
 * Bytes that are no graph, or one of another format.
 *
 * @public
 */
export class GraphFormatError extends CustomErrorBase {
  /** Tells it from other errors. */
  name = 'GraphFormatError' as const;
}

export const unusable = (fault: string) =>
  new GraphFormatError(`This graph ${fault}. Build it anew from the catalog`);

// Raised whenever the columns, or what stands in the facts, change their meaning.
export const FORMAT = 2;
export const MAGIC = 'customer-layer graph\n';
// So that every column can be read in its place.
export const ALIGNMENT = 8;

export type Column = Uint8Array | Uint32Array;
export type Columns = Array<[name: string, column: Column]>;

export const headerSchema = z.object({
  format: z.literal(FORMAT),
  littleEndian: z.boolean(),
  revision: z.string(),
  builtAt: z.string(),
  rules: z.custom<DerivationRules>(value => typeof value === 'object'),
  columns: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['Uint8', 'Uint32']),
      length: z.int().min(0),
    }),
  ),
});

export const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

export const aligned = (length: number) =>
  Math.ceil(length / ALIGNMENT) * ALIGNMENT;
