import { z } from 'zod/v4';
import { CustomerGraph } from './CustomerGraph';
import {
  aligned,
  Column,
  Columns,
  FORMAT,
  headerSchema,
  isLittleEndian,
  MAGIC,
} from './graphFormat';
import { GraphIndex } from './GraphIndex';
import { inOnePiece, Paged } from './Paged';
import { EDGES } from './statements';
import { takeAllSteps } from './takeAllSteps';

function rowColumns<V extends Column>(name: string, paged: Paged<V>): Columns {
  const { offsets, values } = inOnePiece(paged);
  return [
    [`${name}.offsets`, offsets],
    [`${name}.values`, values],
  ];
}

function* columnsOf(index: GraphIndex): Generator<Columns> {
  yield [
    ['refs.sorted', index.refs.sorted],
    ['facts.flags', index.facts.flags],
    ['dependedUpon', index.dependedUpon],
    ['revision', index.revision],
  ];
  yield rowColumns('refs', index.refs.texts);
  yield rowColumns('facts', index.facts.texts);
  yield rowColumns('statements', index.statements);
  yield rowColumns('spelledBy', index.spelledBy);
  for (const name of EDGES) {
    yield rowColumns(`edges.${name}`, index.edges[name]);
  }
  yield rowColumns('parts', index.parts);
  yield rowColumns('declaredBy.economic', index.declaredBy.economic);
  yield rowColumns('declaredBy.internal', index.declaredBy.internal);
  yield rowColumns('serves', index.serves);
  yield rowColumns('restsOn', index.restsOn);
}

/**
 * {@link encodeGraph} in steps of a few milliseconds each: between them other work may be done.
 *
 * @public
 */
export function* encodeGraphInSteps(
  graph: CustomerGraph,
): Generator<undefined, Uint8Array> {
  const columns: Columns = [];
  for (const some of columnsOf(graph.index)) {
    columns.push(...some);
    yield;
  }
  const header = new TextEncoder().encode(
    MAGIC +
      JSON.stringify({
        format: FORMAT,
        littleEndian: isLittleEndian,
        ...graph.stamp,
        rules: graph.rules,
        columns: columns.map(([name, column]) => ({
          name,
          type: column.BYTES_PER_ELEMENT === 1 ? 'Uint8' : 'Uint32',
          length: column.length,
        })),
      } satisfies z.input<typeof headerSchema>),
  );
  const start = aligned(4 + header.length);
  const bytes = new Uint8Array(
    columns.reduce(
      (sum, [, column]) => sum + aligned(column.byteLength),
      start,
    ),
  );
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, 4);
  let at = start;
  for (const [, { buffer, byteOffset, byteLength }] of columns) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
    yield;
  }
  return bytes;
}

/**
 * Writes a graph as bytes, which {@link decodeGraph} reads without going through them.
 *
 * @public
 */
export function encodeGraph(graph: CustomerGraph): Uint8Array {
  return takeAllSteps(encodeGraphInSteps(graph));
}
