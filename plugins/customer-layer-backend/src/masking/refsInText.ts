/** What stands between the words of a text; captured, so that splitting and joining gives the text again. */
export const SEPARATORS = /([\s,"→]+)/;

// How a ref may stand in a word, the longest reading first: as all of it, between brackets and other marks, or with the
// letters that are usual in names and nothing else. Lengths are bounded, as in the catalog, so that a long word takes
// linear time.
const READINGS = [
  /^[^\s:/]+:[^\s:/]+\/[^\s:/]+$/,
  /[^:/()[\]{}<>'`;|=]{1,63}:[^:/()[\]{}<>'`;|=]{1,63}\/[^:/()[\]{}<>'`;|=]*[^:/()[\]{}<>'`;|=.!?-]/g,
  /[\p{L}\p{M}\p{N}._-]{1,63}:[\p{L}\p{M}\p{N}._-]{1,63}\/[\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}]/gu,
];

/** Replaces each full ref in a text, never only a part of its name; the ref is given in lower case. */
export function replaceRefs(
  text: string,
  replacement: (ref: string, asWritten: string) => string,
): string {
  if (!text.includes(':')) {
    return text;
  }
  const replace = (written: string) =>
    replacement(written.toLocaleLowerCase('en-US'), written);
  return (
    text
      // A name may have a separator in it, if it is all of the text.
      .replace(READINGS[0], replace)
      .split(SEPARATORS)
      .map(word =>
        READINGS.reduce(
          (rest, reading) => rest.replace(reading, replace),
          word,
        ),
      )
      .join('')
  );
}

/** Rebuilds a JSON value with each text in it replaced, in the order in which it is printed. */
export function mapTexts<T>(value: T, replacement: (text: string) => string): T;
export function mapTexts(
  value: unknown,
  replacement: (text: string) => string,
): unknown {
  if (typeof value === 'string') {
    return replacement(value);
  }
  if (Array.isArray(value)) {
    return value.map(item => mapTexts(item, replacement));
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        mapTexts(item, replacement),
      ]),
    );
  }
  return value;
}

/** Every full ref in any text of a JSON value. */
export function refsIn(value: unknown): Set<string> {
  const refs = new Set<string>();
  mapTexts(value, text =>
    replaceRefs(text, (ref, asWritten) => {
      refs.add(ref);
      return asWritten;
    }),
  );
  return refs;
}
