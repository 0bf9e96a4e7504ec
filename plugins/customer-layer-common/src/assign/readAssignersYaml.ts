import { Document, LineCounter, parseAllDocuments } from 'yaml';
import { AssignmentFault } from '../api/assigners';
import { AssignerSet, joinAssigners } from './assignerSet';
import { linesIn } from './linesIn';
import { Placing } from './placing';
import { readAssigners } from './readAssigners';

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
  const refuse = (line: number, message: string) => {
    const unreadable = { at, line, message };
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
      return refuse(
        counter.linePos(pos[0]).line || 1,
        `The text is not YAML: ${message}. Correct it`,
      );
    }
  }
  const sets: AssignerSet[] = [];
  for (const document of documents) {
    const lineOf = linesIn(document, counter);
    let value: unknown;
    try {
      value = document.toJS();
    } catch (error) {
      return refuse(
        lineOf([]),
        `The text can't be read: ${
          error instanceof Error ? error.message : error
        }. Use fewer references`,
      );
    }
    const place: Placing = path => ({ at, line: lineOf(path) });
    // Nothing stands there but comments.
    if (value !== null) {
      sets.push(readAssigners(value, place));
    }
  }
  return joinAssigners(sets);
}
