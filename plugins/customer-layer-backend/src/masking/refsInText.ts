// The whole of a text may be a ref with any name that a catalog allows; within a sentence, only the usual ones are told
// apart from the words around them.
const WHOLE = /^[^\s:/]+:[^\s:/]+\/[^\s:/]+$/;
// Kind and namespace are bounded, as in the catalog, so that a long text takes linear time.
const WITHIN =
  /[a-z][a-z0-9.-]{0,62}:[a-z0-9][a-z0-9._-]{0,62}\/[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?/gi;

const lowerCase = (text: string) => text.toLocaleLowerCase('en-US');

/** Replaces each full ref in a text; the ref is given in lower case. */
export function replaceRefs(
  text: string,
  replacement: (ref: string, asWritten: string) => string,
): string {
  if (!text.includes(':')) {
    return text;
  }
  return WHOLE.test(text)
    ? replacement(lowerCase(text), text)
    : text.replace(WITHIN, written => replacement(lowerCase(written), written));
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
