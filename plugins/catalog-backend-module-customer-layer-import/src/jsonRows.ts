import { InputError } from '@backstage/errors';
import { Row } from './rows';

/** The value at a JSON pointer (RFC 6901), if it is there. */
function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map(step => step.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce<unknown>(
      (at, step) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, step)
          ? (at as Record<string, unknown>)[step]
          : undefined,
      value,
    );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // Of what the parser says, only the position quotes nothing of the source, whose customers may be confidential.
    const position = /at position \d+/.exec((error as Error).message)?.[0];
    throw new InputError(
      `The source can't be read as json${
        position ? `: it is wrong ${position}` : ''
      }. Is the export complete?`,
    );
  }
}

const pointerOf = (column: string) =>
  column.startsWith('/')
    ? column
    : `/${column.replace(/~/g, '~0').replace(/\//g, '~1')}`;

/**
 * The objects in a list of JSON.
 *
 * @param options - `items`: the JSON pointer of the list; `columns`: what at least one of the objects must have
 * @throws InputError when it can't be read, holds no such list, or a column is missing from all of it.
 */
export function jsonRows(
  text: string,
  options: { items: string; columns: readonly string[] },
): Row[] {
  const { items, columns } = options;
  const list = valueAt(parseJson(text), items);
  if (!Array.isArray(list)) {
    throw new InputError(
      `The source has no list at "${items}". Let items be the JSON pointer of the list, as in /data/customers`,
    );
  }
  const rows = list.map((item: unknown, index) => ({
    where: `item ${index + 1}`,
    cell: (column: string) => valueAt(item, pointerOf(column)),
    ...((typeof item !== 'object' || item === null || Array.isArray(item)) && {
      fault: 'is no object. Take it out, or look at items',
    }),
  }));
  for (const column of columns) {
    if (rows.length && rows.every(({ cell }) => cell(column) === undefined)) {
      throw new InputError(
        `The source has no property "${column}". Write it as it is in the source, or as a JSON pointer`,
      );
    }
  }
  return rows;
}
