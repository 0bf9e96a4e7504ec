import { ColumnConfig, placeOf } from './columns';
import { FaultyRowError } from './faults';
import { Row } from './rows';

/** A value for a field; undefined when there is none. */
export type Cell = string | number | undefined;

function rawOf(row: Row, { column }: ColumnConfig): unknown {
  const raw = column === undefined ? undefined : row.cell(column);
  return raw === null ? undefined : raw;
}

function faultAt(config: ColumnConfig, value: unknown, remedy: string) {
  const place = placeOf('', config);
  return new FaultyRowError({ place, value, remedy });
}

/** The text of a cell without blanks around; undefined when nothing is left. */
function trimmed(raw: unknown, config: ColumnConfig): string | undefined {
  if (typeof raw === 'object') {
    throw faultAt(config, raw, 'must be a text or a number');
  }
  return String(raw ?? '').trim() || undefined;
}

function meaningOf(text: string, config: ColumnConfig): string | number {
  const { values } = config;
  if (!values) {
    return text;
  }
  if (!Object.hasOwn(values, text)) {
    const known = Object.keys(values).join(', ');
    throw faultAt(
      config,
      text,
      `must be one of ${known}, or be added to values`,
    );
  }
  return values[text];
}

/**
 * What a row says for a field.
 *
 * @throws FaultyRowError when the cell is no text or number, or isn't among the values that it may have.
 */
export function cellOf(row: Row, config: ColumnConfig | undefined): Cell {
  const text = config && trimmed(rawOf(row, config), config);
  return text === undefined ? config?.default : meaningOf(text, config!);
}

/** The same as a text. */
export function textOf(row: Row, config: ColumnConfig | undefined) {
  const cell = cellOf(row, config);
  return cell === undefined ? undefined : String(cell);
}

/** The same as a number where it looks like one. */
export function numberOf(row: Row, config: ColumnConfig | undefined): Cell {
  const cell = cellOf(row, config);
  return typeof cell === 'string' && /^-?\d+(\.\d+)?$/.test(cell)
    ? Number(cell)
    : cell;
}

/** The same as a list: that of JSON, or the parts between the separators. */
export function listOf(
  row: Row,
  config: ColumnConfig | undefined,
): string[] | undefined {
  if (!config) {
    return undefined;
  }
  const partsOf = (text: string | undefined) =>
    text?.split(config.separator ?? ',') ?? [];
  const raw = rawOf(row, config);
  const parts: unknown[] = Array.isArray(raw)
    ? raw
    : partsOf(trimmed(raw, config));
  const texts = parts.flatMap(part => trimmed(part, config) ?? []);
  return texts.length
    ? texts.map(text => String(meaningOf(text, config)))
    : partsOf(config.default?.toString()).flatMap(
        part => trimmed(part, config) ?? [],
      );
}
