import { InputError } from '@backstage/errors';
import { CsvError, parse } from 'csv-parse/sync';
import { Row } from './rows';

type CsvRecord = { record: string[]; info: { lines: number } };

// What the parser says itself quotes the source, whose customers may be confidential.
const REMEDIES: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED:
    'a quote is opened and not closed. Is the export complete?',
  INVALID_OPENING_QUOTE:
    'a quote stands in the middle of a cell. Put the cell into quotes, and write quotes within it twice',
  CSV_INVALID_CLOSING_QUOTE:
    'something follows a closing quote. Write quotes within a cell twice',
};

function parseCsv(text: string, delimiter: string): CsvRecord[] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as CsvRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) {
      throw error;
    }
    const line = error.lines === undefined ? '' : ` near line ${error.lines}`;
    throw new InputError(
      `The source can't be read as csv${line}: ${
        REMEDIES[error.code] ?? error.code
      }`,
    );
  }
}

/** The line on which a record begins: the parser counts to where it ends. */
const lineOf = ({ record, info }: CsvRecord) =>
  info.lines - record.join('').split(/\r\n|\r|\n/).length + 1;

/**
 * The records of CSV under the headings of its first.
 *
 * @throws InputError when it can't be read to its end, or a column is missing or there twice.
 */
export function csvRows(
  text: string,
  options: { delimiter: string; columns: readonly string[] },
): Row[] {
  const { delimiter, columns } = options;
  const [head, ...records] = parseCsv(text, delimiter);
  const headings = (head?.record ?? []).map(heading => heading.trim());
  for (const column of columns) {
    if (!headings.includes(column)) {
      throw new InputError(
        `The source has no column "${column}". Write it as it is in the source, or take it out of columns; look at delimiter as well, which is ${JSON.stringify(
          delimiter,
        )}`,
      );
    }
    if (headings.indexOf(column) !== headings.lastIndexOf(column)) {
      throw new InputError(
        `The source has two columns "${column}". Give each a heading of its own`,
      );
    }
  }
  const indices = new Map(headings.map((heading, index) => [heading, index]));
  return records.map(csvRecord => ({
    where: `line ${lineOf(csvRecord)}`,
    cell: column => csvRecord.record[indices.get(column) ?? -1],
    ...(csvRecord.record.length !== headings.length && {
      fault: `has ${csvRecord.record.length} cells, and there are ${
        headings.length
      } headings. Put a cell with ${JSON.stringify(
        delimiter,
      )} in it into quotes`,
    }),
  }));
}
