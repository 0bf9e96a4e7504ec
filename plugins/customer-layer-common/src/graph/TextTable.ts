import { GrowingArray } from './GrowingArray';
import { GrowingRows } from './GrowingRows';
import { Page, pageNumber, Paged, placeOf, row, withRows } from './Paged';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const TEXTS_AT_ONCE = 256;

/**
 * Texts as UTF-8, in rows, and what is read from them: each text is read when it is first asked for, and what was read
 * is kept.
 */
export class TextTable<T> {
  readonly texts: Paged<Uint8Array>;
  readonly #parse: (text: string) => T;
  // By page, so that they are shared like pages.
  readonly #read: ReadonlyArray<Array<T | undefined>>;

  constructor(
    texts: Paged<Uint8Array>,
    parse: (text: string) => T,
    read?: ReadonlyArray<Array<T | undefined>>,
  ) {
    this.texts = texts;
    this.#parse = parse;
    this.#read = read ?? texts.pages.map(() => []);
  }

  get(at: number): T {
    const read = this.#read[pageNumber(at)];
    const place = placeOf(at);
    let value = read[place];
    if (value === undefined) {
      value = this.#parse(this.text(at));
      read[place] = value;
    }
    return value;
  }

  text(at: number): string {
    return decoder.decode(row(this.texts, at));
  }

  /** The same with other texts in some places, and leaves the original as it is. */
  with(size: number, replaced: ReadonlyMap<number, string>): TextTable<T> {
    const texts = withRows(
      this.texts,
      size,
      new Map(
        [...replaced].map(([at, text]) => [at, encoder.encode(text)] as const),
      ),
    );
    return new TextTable(
      texts,
      this.#parse,
      texts.pages.map((page, number) =>
        page === this.texts.pages[number] ? this.#read[number] : [],
      ),
    );
  }
}

/** Writes a text down as a row. */
export function writeText(
  rows: GrowingRows<Uint8Array>,
  at: number,
  text: string,
): void {
  // A code unit takes at most three bytes.
  rows.write(
    at,
    text.length * 3,
    (values, start) => encoder.encodeInto(text, values.subarray(start)).written,
  );
}

/** Writes texts down. */
export function writeTexts(texts: readonly string[]): Page<Uint8Array> {
  const offsets = new Uint32Array(texts.length + 1);
  const values = new GrowingArray(Uint8Array);
  let length = 0;
  const write = (text: string) => {
    const room = values.reach(length + text.length * 3).subarray(length);
    return encoder.encodeInto(text, room).written;
  };
  for (let first = 0; first < texts.length; first += TEXTS_AT_ONCE) {
    const some = texts.slice(first, first + TEXTS_AT_ONCE);
    const together = some.join('');
    // Where each takes as many bytes as it has code units, as most do, this is much faster than one by one.
    const isAscii = write(together) === together.length;
    for (let i = 0; i < some.length; i++) {
      length += isAscii ? some[i].length : write(some[i]);
      offsets[first + i + 1] = length;
    }
  }
  return { offsets, values: values.values.slice(0, length) };
}
