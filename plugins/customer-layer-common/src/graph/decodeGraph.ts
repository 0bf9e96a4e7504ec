import { z } from 'zod/v4';
import { Adjacency } from './Adjacency';
import { CustomerGraph } from './CustomerGraph';
import { FactTable } from './FactTable';
import {
  aligned,
  ALIGNMENT,
  Column,
  FORMAT,
  headerSchema,
  isLittleEndian,
  MAGIC,
  unusable,
} from './graphFormat';
import { nothingLookedUp } from './GraphIndex';
import { laidOver, Paged } from './Paged';
import { REVISION_BYTES } from './record';
import { RefTable } from './RefTable';
import { Scratch } from './Scratch';
import { forEachEdgeName } from './statements';

function readHeader(bytes: Uint8Array) {
  const length =
    bytes.length >= 4
      ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
      : 0;
  const text = new TextDecoder().decode(bytes.subarray(4, 4 + length));
  if (!text.startsWith(MAGIC)) {
    throw unusable('is none of the customer layer');
  }
  let json: unknown;
  try {
    json = JSON.parse(text.slice(MAGIC.length));
  } catch {
    json = undefined;
  }
  const { data: header, error } = headerSchema.safeParse(json);
  if (!header || header.littleEndian !== isLittleEndian) {
    throw unusable(
      `is not of format ${FORMAT}, as this computer writes it${
        error ? ` (${z.prettifyError(error)})` : ''
      }`,
    );
  }
  return { header, end: aligned(4 + length) };
}

/** The columns of a graph, each looked at where it stands among the bytes. */
class ColumnReader {
  readonly #columns = new Map<string, Column>();

  constructor(
    bytes: Uint8Array,
    { columns }: z.output<typeof headerSchema>,
    start: number,
  ) {
    let at = bytes.byteOffset + start;
    for (const { name, type, length } of columns) {
      const Type = type === 'Uint8' ? Uint8Array : Uint32Array;
      const byteLength = length * Type.BYTES_PER_ELEMENT;
      if (at + byteLength > bytes.byteOffset + bytes.byteLength) {
        throw unusable(`ends within column "${name}"`);
      }
      this.#columns.set(name, new Type(bytes.buffer, at, length));
      at += aligned(byteLength);
    }
  }

  bytes(name: string, length: number): Uint8Array {
    return this.#column(name, Uint8Array, length);
  }

  numbers(name: string, length?: number): Uint32Array {
    return this.#column(name, Uint32Array, length);
  }

  texts(name: string, rows: number): Paged<Uint8Array> {
    const offsets = this.numbers(`${name}.offsets`, rows + 1);
    const values = this.bytes(`${name}.values`, offsets[rows]);
    return laidOver({ offsets, values });
  }

  adjacency(name: string, rows: number): Adjacency {
    const offsets = this.numbers(`${name}.offsets`, rows + 1);
    const values = this.numbers(`${name}.values`, offsets[rows]);
    return laidOver({ offsets, values });
  }

  #column<C extends Column>(
    name: string,
    type: new () => C,
    length: number | undefined,
  ): C {
    const column = this.#columns.get(name);
    if (!(column instanceof type)) {
      throw unusable(`has no column "${name}"`);
    }
    if (length !== undefined && column.length !== length) {
      throw unusable(
        `has ${column.length} in place of ${length} values in column "${name}"`,
      );
    }
    return column;
  }
}

/**
 * Reads what {@link encodeGraph} wrote: a few milliseconds, since the graph is looked at in its place.
 *
 * @param bytes - retained by the graph; they must not change any more
 * @throws GraphFormatError when they are no graph, or one of another format. Damage within a column isn't noticed: keep
 * a checksum beside the bytes
 * @public
 */
export function decodeGraph(bytes: Uint8Array): CustomerGraph {
  const inPlace = bytes.byteOffset % ALIGNMENT ? bytes.slice() : bytes;
  const { header, end } = readHeader(inPlace);
  const columns = new ColumnReader(inPlace, header, end);
  const sorted = columns.numbers('refs.sorted');
  const size = sorted.length;
  const adjacency = (name: string, rows = size) =>
    columns.adjacency(name, rows);
  return new CustomerGraph(header, {
    rules: header.rules,
    revision: columns.bytes('revision', REVISION_BYTES),
    refs: new RefTable(columns.texts('refs', size), sorted),
    facts: new FactTable(
      columns.bytes('facts.flags', size),
      columns.texts('facts', size),
    ),
    statements: adjacency('statements'),
    spelledBy: adjacency('spelledBy'),
    edges: forEachEdgeName(name => adjacency(`edges.${name}`)),
    parts: adjacency('parts'),
    declaredBy: {
      economic: adjacency('declaredBy.economic'),
      internal: adjacency('declaredBy.internal'),
    },
    dependedUpon: columns.bytes('dependedUpon', size),
    serves: adjacency('serves', size * 2),
    restsOn: adjacency('restsOn', size * 2),
    scratch: new Scratch(),
    ...nothingLookedUp(),
  });
}
