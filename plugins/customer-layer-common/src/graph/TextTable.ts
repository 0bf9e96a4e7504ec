import { pageNumber, Paged, placeOf, row, withRows } from './Paged';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

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

/** Writes texts down; an absent one as the empty text. */
export function writeTexts(
  count: number,
  textAt: (position: number) => string | undefined,
): { offsets: Uint32Array; values: Uint8Array } {
  const offsets = new Uint32Array(count + 1);
  let values = new Uint8Array(Math.max(1024, count * 64));
  let length = 0;
  for (let i = 0; i < count; i++) {
    const text = textAt(i) ?? '';
    // A code unit takes at most three bytes.
    if (length + text.length * 3 > values.length) {
      const larger = new Uint8Array((length + text.length * 3) * 1.5);
      larger.set(values);
      values = larger;
    }
    length += encoder.encodeInto(text, values.subarray(length)).written;
    offsets[i + 1] = length;
  }
  return { offsets, values: values.slice(0, length) };
}
