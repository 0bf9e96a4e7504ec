// A row is found by its page, in the upper bits, and its place on the page.
const PAGE_BITS = 10;
const PAGE_ROWS = 2 ** PAGE_BITS;
const PLACE_MASK = PAGE_ROWS - 1;

type Values = Uint8Array | Uint32Array;

/** Some rows, one after the other: row `i` is `values[offsets[i]]` up to, not including, `values[offsets[i + 1]]`. */
export type Page<V extends Values> = {
  readonly offsets: Uint32Array;
  readonly values: V;
};

/** Rows of numbers, in pages, so that a changed copy shares all pages that it leaves alone. */
export type Paged<V extends Values> = {
  readonly rows: number;
  readonly pages: ReadonlyArray<Page<V>>;
};

/** The number of the page that a row is on. */
export const pageNumber = (at: number): number => at >>> PAGE_BITS;

/** The place of a row on its page. */
export const placeOf = (at: number): number => at & PLACE_MASK;

/** A row, without a copy. */
export function row<V extends Values>(
  { pages }: Paged<V>,
  at: number,
): ReturnType<V['subarray']> {
  const { offsets, values } = pages[at >>> PAGE_BITS];
  const place = at & PLACE_MASK;
  return values.subarray(offsets[place], offsets[place + 1]) as ReturnType<
    V['subarray']
  >;
}

/** Lays pages over rows that stand in one piece. */
export function laidOver<V extends Values>({
  offsets,
  values,
}: Page<V>): Paged<V> {
  const rows = offsets.length - 1;
  const pages: Array<Page<V>> = [];
  // At least one page, so that there is one to tell the type of values by.
  for (let first = 0; !first || first < rows; first += PAGE_ROWS) {
    const end = Math.min(first + PAGE_ROWS, rows);
    pages.push({ offsets: offsets.subarray(first, end + 1), values });
  }
  return { rows, pages };
}

const sameType = <V extends Values>({ pages }: Paged<V>, length: number): V =>
  new (pages[0].values.constructor as new (length: number) => V)(length);

/** Copies rows into one piece. */
export function inOnePiece<V extends Values>(paged: Paged<V>): Page<V> {
  const sizes = paged.pages.map(
    ({ offsets }) => offsets[offsets.length - 1] - offsets[0],
  );
  const offsets = new Uint32Array(paged.rows + 1);
  const values = sameType(
    paged,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  let length = 0;
  paged.pages.forEach((page, number) => {
    const first = page.offsets[0];
    values.set(page.values.subarray(first, first + sizes[number]), length);
    for (let place = 1; place < page.offsets.length; place++) {
      offsets[number * PAGE_ROWS + place] =
        page.offsets[place] - first + length;
    }
    length += sizes[number];
  });
  return { offsets, values };
}

/**
 * Replaces rows, and leaves the original as it is: in proportion to the pages that they are on.
 *
 * @param rows - how many rows there are then; those that are new and not given are empty
 */
export function withRows<V extends Values>(
  paged: Paged<V>,
  rows: number,
  replaced: ReadonlyMap<number, ArrayLike<number>>,
): Paged<V> {
  const byPage = new Map<number, Map<number, ArrayLike<number>>>();
  const ofPage = (number: number) => {
    const known = byPage.get(number) ?? new Map<number, ArrayLike<number>>();
    byPage.set(number, known);
    return known;
  };
  for (let at = paged.rows; at < rows; at = (at | PLACE_MASK) + 1) {
    ofPage(pageNumber(at));
  }
  replaced.forEach((values, at) =>
    ofPage(pageNumber(at)).set(placeOf(at), values),
  );
  if (!byPage.size) {
    return paged;
  }
  const pages = paged.pages.slice();
  byPage.forEach((places, number) => {
    pages[number] = pageWith(paged, number, {
      rows: Math.min(PAGE_ROWS, rows - number * PAGE_ROWS),
      replaced: places,
    });
  });
  return { rows, pages };
}

function pageWith<V extends Values>(
  paged: Paged<V>,
  number: number,
  now: { rows: number; replaced: ReadonlyMap<number, ArrayLike<number>> },
): Page<V> {
  const page: Page<V> | undefined = paged.pages[number];
  const known = page ? page.offsets.length - 1 : 0;
  const rows = Array.from(
    { length: now.rows },
    (_, place): ArrayLike<number> =>
      now.replaced.get(place) ??
      (place < known
        ? page.values.subarray(page.offsets[place], page.offsets[place + 1])
        : []),
  );
  const offsets = new Uint32Array(now.rows + 1);
  rows.forEach(({ length }, place) => {
    offsets[place + 1] = offsets[place] + length;
  });
  const values = sameType(paged, offsets[now.rows]);
  rows.forEach((numbers, place) => values.set(numbers, offsets[place]));
  return { offsets, values };
}
