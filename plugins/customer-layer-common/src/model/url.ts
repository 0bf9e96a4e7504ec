/**
 * Whether a text is one whole URL with one of the protocols. Stricter than `URL`, which takes `https:shop` and a list
 * of two.
 *
 * @param protocols - as in `https:`
 */
export function isFullUrl(text: string, protocols: readonly string[]): boolean {
  if (/\s/.test(text) || !URL.canParse(text)) {
    return false;
  }
  const { protocol } = new URL(text);
  const rest = text.slice(protocol.length);
  return (
    protocols.includes(protocol) &&
    (protocol === 'mailto:' ? rest.includes('@') : rest.startsWith('//'))
  );
}
