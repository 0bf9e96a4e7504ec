import { InputError } from '@backstage/errors';
import {
  isMap,
  isScalar,
  Pair,
  parseAllDocuments,
  ParsedNode,
  Scalar,
  stringify,
  YAMLMap,
} from 'yaml';

type Block = YAMLMap.Parsed;

const STEP = 2;

const pairIn = (map: Block, name: string) =>
  map.items.find(({ key }) => isScalar(key) && key.value === name) as
    | Pair<ParsedNode, ParsedNode | null>
    | undefined;

const isBlockScalar = (node: ParsedNode | null) =>
  isScalar(node) &&
  (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED);

const printed = (value: string) =>
  stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN' }).trimEnd();

/**
 * Writes one annotation into the text of a file: in place of the value that it has, or on a line of its own. The text
 * around it stays as it is, to the last blank.
 *
 * @param options.index - of the document in the file
 * @param options.at - says where an offset is
 * @throws InputError when the metadata stands in a form that can't be added to
 */
export function writeInto(
  text: string,
  options: {
    index: number;
    name: string;
    value: string;
    at(offset: number): string;
  },
): string {
  const { index, name, value, at } = options;
  const document = parseAllDocuments(text)[index];
  const root = document.contents as Block;
  const metadata = pairIn(root, 'metadata')?.value;
  const put = (offset: number, added: string, end = offset) =>
    text.slice(0, offset) + added + text.slice(end);
  const refuse = (offset: number): never => {
    throw new InputError(
      `${at(
        offset,
      )} is written in a way that can't be added to. Write annotations one to a line, under "annotations:"`,
    );
  };
  if (!isMap(metadata) || metadata.flow) {
    return refuse(root.range[0]);
  }
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const columnOf = (offset: number) =>
    offset - (text.lastIndexOf('\n', offset - 1) + 1);
  /** Puts a line after the one in which a node ends. */
  const putAfter = (node: ParsedNode, line: string) => {
    const [, end] = node.range;
    if (isBlockScalar(node)) {
      return put(end, `${line}${eol}`);
    }
    const newline = text.indexOf(eol, end);
    return put(newline < 0 ? text.length : newline, `${eol}${line}`);
  };

  const annotations = pairIn(metadata as Block, 'annotations');
  const line = (column: number) =>
    `${' '.repeat(column)}${name}: ${printed(value)}`;
  if (!annotations) {
    const named = pairIn(metadata as Block, 'name')!;
    const column = columnOf(named.key.range[0]);
    return putAfter(
      named.value!,
      `${' '.repeat(column)}annotations:${eol}${line(column + STEP)}`,
    );
  }
  const map = annotations.value;
  if (isScalar(map) && map.value === null && map.source === '') {
    return putAfter(
      annotations.key,
      line(columnOf(annotations.key.range[0]) + STEP),
    );
  }
  if (!isMap(map) || map.flow || !map.items.length) {
    return refuse(annotations.key.range[0]);
  }
  const existing = pairIn(map as Block, name);
  if (!existing) {
    const last = (map as Block).items[map.items.length - 1];
    return putAfter(last.value ?? last.key, line(columnOf(map.range![0])));
  }
  const old = existing.value;
  if (isScalar(old) && old.value === value) {
    return text;
  }
  if (!old) {
    return refuse(existing.key.range[0]);
  }
  const tail = isBlockScalar(old) ? eol : '';
  return put(old.range[0], `${printed(value)}${tail}`, old.range[1]);
}
