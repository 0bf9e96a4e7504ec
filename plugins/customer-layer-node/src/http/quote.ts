const MOST_CHARACTERS = 100;
const MOST_TEXTS = 10;

/** Puts a text between quotation marks, for a message; a long one is cut. @public */
export const quote = (text: string): string =>
  text.length > MOST_CHARACTERS
    ? `"${text.slice(0, MOST_CHARACTERS)}…"`
    : `"${text}"`;

/** Quotes several texts; of many the first. @public */
export function quoteAll(texts: readonly string[]): string {
  const quoted = texts.slice(0, MOST_TEXTS).map(quote).join(', ');
  const left = texts.length - MOST_TEXTS;
  return left > 0 ? `${quoted} and ${left} more` : quoted;
}
