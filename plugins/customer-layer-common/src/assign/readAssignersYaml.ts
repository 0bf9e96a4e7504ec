import {
  Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
} from 'yaml';
import { AssignmentFault } from '../api/AssignmentsApi';
import { AssignerSet, joinAssigners } from './assignerSet';
import { Placing } from './placing';
import { readAssigners } from './readAssigners';

/** Where a value begins, or what is nearest above it; of a value in a mapping, where its key does. */
function offsetOf(
  document: Document,
  path: readonly (string | number)[],
): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? node.range?.[0] ?? 0 : 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && key.value === step,
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
 * Reads rules and aliases from the text of a file: YAML, with the lists `aliases` and `rules` in one or several documents.
 *
 * @param at - the address of the file, for messages
 * @returns where the text can't be read as YAML, a single fault as `unreadable`, and nothing else
 * @see docs/assign.md
 * @public
 */
export function readAssignersYaml(
  text: string,
  at: string,
): AssignerSet & { unreadable?: AssignmentFault } {
  const counter = new LineCounter();
  const lineAt = (offset: number) => counter.linePos(offset).line || 1;
  const refuse = (offset: number, message: string) => {
    const unreadable = { at, line: lineAt(offset), message };
    return { assigners: [], faults: [unreadable], unreadable };
  };
  // Texts in keys are taken as they stand: 007 is not 7.
  const documents = [
    ...parseAllDocuments(text, {
      lineCounter: counter,
      prettyErrors: false,
      logLevel: 'error',
      stringKeys: true,
    }),
  ] as Document.Parsed[];
  for (const { errors } of documents) {
    if (errors.length) {
      const [{ message, pos }] = errors;
      return refuse(pos[0], `The text is not YAML: ${message}. Correct it`);
    }
  }
  const sets: AssignerSet[] = [];
  for (const document of documents) {
    const start = offsetOf(document, []);
    let value: unknown;
    try {
      value = document.toJS();
    } catch (error) {
      return refuse(
        start,
        `The text can't be read: ${
          error instanceof Error ? error.message : error
        }. Use fewer references`,
      );
    }
    const place: Placing = path => ({
      at,
      line: lineAt(offsetOf(document, path)),
    });
    // Nothing stands there but comments.
    if (value !== null) {
      sets.push(readAssigners(value, place));
    }
  }
  return joinAssigners(sets);
}
