import {
  isMap,
  isScalar,
  Pair,
  parse,
  ParsedNode,
  stringify,
  YAMLMap,
} from 'yaml';

/** A text to put into another. */
export type Insertion = {
  offset: number;
  /** Up to where it takes the place of what is there; the same as `offset` where it only goes between. */
  end: number;
  text: string;
};

type Parsed = YAMLMap.Parsed;
type ParsedPair = Pair<ParsedNode, ParsedNode | null>;
type Annotations = Readonly<Record<string, string>>;

const STEP = 2;

const pairIn = (map: Parsed, name: string) =>
  map.items.find(({ key }) => isScalar(key) && key.value === name) as
    | ParsedPair
    | undefined;

/** Quoted where any reader of YAML, old or new, could take it for something else than the text that it is. */
function printed(value: string): string {
  const plain = stringify(value, { version: '1.1', lineWidth: 0 }).trimEnd();
  // Of blanks only plain ones inside, so that nobody has to guess what is there. Some numbers are new in YAML 1.2.
  return /[\p{C}\p{Z}]/u.test(value.replace(/(?<=\S) +(?=\S)/g, '')) ||
    parse(plain) !== value
    ? JSON.stringify(value)
    : plain;
}

const columnOf = (text: string, offset: number) =>
  offset - (text.lastIndexOf('\n', offset - 1) + 1);

/** The line break that a file uses. */
const breakIn = (text: string) => (/\r\n/.test(text) ? '\r\n' : '\n');

/** Puts lines after the one that an offset is in. */
function afterLine(text: string, offset: number, lines: string[]): Insertion {
  const eol = breakIn(text);
  const newline = text.indexOf('\n', offset);
  return newline < 0
    ? {
        offset: text.length,
        end: text.length,
        text: lines.map(line => `${eol}${line}`).join(''),
      }
    : {
        offset: newline + 1,
        end: newline + 1,
        text: lines.map(line => `${line}${eol}`).join(''),
      };
}

/** Puts pairs behind the last one of a map in braces, each on a line of its own where that one is. */
function intoBraces(text: string, map: Parsed, pairs: string[]): Insertion {
  const last = map.items.at(-1) as ParsedPair | undefined;
  if (!last) {
    const offset = map.range[0] + 1;
    return { offset, end: offset, text: ` ${pairs.join(', ')} ` };
  }
  const start = last.key.range[0];
  const column = columnOf(text, start);
  const alone = !text.slice(start - column, start).trim();
  const gap = alone ? `${breakIn(text)}${' '.repeat(column)}` : ' ';
  const offset = (last.value ?? last.key).range[1];
  return {
    offset,
    end: offset,
    text: pairs.map(pair => `,${gap}${pair}`).join(''),
  };
}

/** In JSON keys have quotes. */
const isJson = (map: Parsed) =>
  map.items.some(({ key }) => isScalar(key) && key.type === 'QUOTE_DOUBLE');

const inBraces = (map: Parsed, annotations: Annotations): string[] =>
  Object.entries(annotations).map(
    ([name, value]) =>
      `${isJson(map) ? JSON.stringify(name) : name}: ${JSON.stringify(value)}`,
  );

const inLines = (annotations: Annotations, column: number): string[] =>
  Object.entries(annotations).map(
    ([name, value]) => `${' '.repeat(column)}${name}: ${printed(value)}`,
  );

/** Where an entity has no annotations: behind its name. */
function besideName(
  text: string,
  metadata: Parsed,
  annotations: Annotations,
): Insertion | undefined {
  if (metadata.flow) {
    const pairs = inBraces(metadata, annotations).join(', ');
    const name = isJson(metadata) ? '"annotations"' : 'annotations';
    return intoBraces(text, metadata, [`${name}: { ${pairs} }`]);
  }
  const name = pairIn(metadata, 'name');
  if (!name?.value) {
    return undefined;
  }
  const column = columnOf(text, name.key.range[0]);
  return afterLine(text, name.value.range[1], [
    `${' '.repeat(column)}annotations:`,
    ...inLines(annotations, column + STEP),
  ]);
}

/**
 * Finds where annotations can be put into the text of an entity, so that nothing else of it changes.
 *
 * @param root - the entity, as it stands in the text
 * @param annotations - none of which it has
 * @returns nothing where it is written in a way that can't be added to
 */
export function insertionOf(
  text: string,
  root: Parsed,
  annotations: Annotations,
): Insertion | undefined {
  const metadata = pairIn(root, 'metadata')?.value;
  if (!isMap(metadata) || !metadata.items.length) {
    return undefined;
  }
  const existing = pairIn(metadata as Parsed, 'annotations');
  if (!existing) {
    return besideName(text, metadata as Parsed, annotations);
  }
  const map = existing.value;
  if (!map || (isScalar(map) && map.value === null)) {
    if (metadata.flow || (map && isScalar(map) && map.source)) {
      const pairs = inBraces(metadata as Parsed, annotations).join(', ');
      const [offset, end] = map?.range ?? [
        existing.key.range[1],
        existing.key.range[1],
      ];
      return { offset, end, text: `${map ? '' : ': '}{ ${pairs} }` };
    }
    const column = columnOf(text, existing.key.range[0]) + STEP;
    return afterLine(text, existing.key.range[1], inLines(annotations, column));
  }
  // A placeholder stands for all annotations, and nothing can stand beside it.
  if (
    !isMap(map) ||
    map.items.some(({ key }) => isScalar(key) && /^\$/.test(`${key.value}`))
  ) {
    return undefined;
  }
  if (map.flow) {
    const style = map.items.length ? map : metadata;
    return intoBraces(
      text,
      map as Parsed,
      inBraces(style as Parsed, annotations),
    );
  }
  const [first] = map.items as ParsedPair[];
  return afterLine(
    text,
    existing.key.range[1],
    inLines(annotations, columnOf(text, first.key.range[0])),
  );
}
