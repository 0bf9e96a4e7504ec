import { Document, isMap, isNode, isScalar, isSeq, LineCounter } from 'yaml';

type Path = readonly (string | number)[];

/** Where a value begins, or what is nearest above it; of a value in a mapping, where its key does. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? node.range?.[0] ?? 0 : 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (!pair) {
        return offset;
      }
      offset = (isNode(pair.key) && pair.key.range?.[0]) || offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = (isNode(node) && node.range?.[0]) || offset;
    } else {
      return offset;
    }
  }
  return offset;
}

/**
 * Says in which line of a YAML text a value stands, from 1; of one that isn't there, what is nearest above it.
 *
 * @param counter - that with which the document was parsed
 */
export const linesIn =
  (document: Document, counter: LineCounter) =>
  (path: Path): number =>
    counter.linePos(offsetOf(document, path)).line || 1;
