import { columnNames, ColumnsConfig } from './columns';
import { csvRows } from './csvRows';
import { jsonRows } from './jsonRows';

/** One record of the source. */
export type Row = Readonly<{
  /** Where it is, as in "line 3" of CSV or "item 3" of JSON; the first line and the first item are number 1. */
  where: string;
  /** Reads a column: its heading in CSV; in JSON a property, or a JSON pointer when it begins with a slash. */
  cell: (column: string) => unknown;
  /** Why it can't be read as a record, to be said after `where`. */
  fault?: string;
}>;

/** How a source is written. */
export type ImportFormat = 'csv' | 'json';

/** By the extension of the source, else by how it looks. */
function formatOf(url: string, text: string): ImportFormat {
  const { pathname } = new URL(url);
  if (/\.csv$/i.test(pathname)) {
    return 'csv';
  }
  return /\.json$/i.test(pathname) || /^\uFEFF?\s*[[{]/.test(text)
    ? 'json'
    : 'csv';
}

/**
 * The records of a source.
 *
 * @throws InputError when the text as a whole can't be read, or a column that is needed is missing from all of it. It
 *   quotes nothing of the source.
 */
export function readRows(
  text: string,
  options: {
    url: string;
    format?: ImportFormat;
    items: string;
    delimiter: string;
    columns: ColumnsConfig;
  },
): Row[] {
  const { url, items, delimiter, columns } = options;
  const format = options.format ?? formatOf(url, text);
  return format === 'csv'
    ? csvRows(text, { delimiter, columns: columnNames(columns) })
    : // An object of JSON may leave out what it has no value for.
      jsonRows(text, { items, columns: columnNames({ name: columns.name }) });
}
