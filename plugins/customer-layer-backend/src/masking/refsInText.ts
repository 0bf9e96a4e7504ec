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

// What nearly all texts are, so that they needn't be read in every way.
const PLAIN_REF = /^[a-z\d._-]{1,63}:[a-z\d._-]{1,63}\/[a-z\d._-]*[a-z\d]$/;

const NONE: readonly string[] = [];

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

/** Every full ref in a text. */
export function refsIn(text: string): readonly string[] {
  if (!text.includes(':')) {
    return NONE;
  }
  if (PLAIN_REF.test(text)) {
    return [text];
  }
  const refs: string[] = [];
  replaceRefs(text, (ref, asWritten) => {
    refs.push(ref);
    return asWritten;
  });
  return refs;
}

/**
 * Replaces each text in a JSON value, in the order in which it is printed. What has nothing replaced in it stays the
 * same object.
 */
export function mapTexts<T>(value: T, replacement: (text: string) => string): T;
export function mapTexts(
  value: unknown,
  replacement: (text: string) => string,
): unknown {
  if (typeof value === 'string') {
    return replacement(value);
  }
  if (Array.isArray(value)) {
    return mapItems(value, replacement);
  }
  return value && typeof value === 'object'
    ? mapFields(value as Record<string, unknown>, replacement)
    : value;
}

function mapItems(
  items: unknown[],
  replacement: (text: string) => string,
): unknown[] {
  let result = items;
  for (let i = 0; i < items.length; i++) {
    const item = mapTexts(items[i], replacement);
    if (item !== items[i]) {
      result = result === items ? [...items] : result;
      result[i] = item;
    }
  }
  return result;
}

function mapFields(
  fields: Record<string, unknown>,
  replacement: (text: string) => string,
): Record<string, unknown> {
  let result = fields;
  for (const key of Object.keys(fields)) {
    const field = mapTexts(fields[key], replacement);
    if (field !== fields[key]) {
      result = result === fields ? { ...fields } : result;
      result[key] = field;
    }
  }
  return result;
}
