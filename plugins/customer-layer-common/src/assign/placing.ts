import { LineCounter, parseDocument } from 'yaml';
import { linesIn } from './linesIn';

/** Where a value stands that is read: the name or address of a file, and a line; or a path in app-config. @public */
export type Place = { at: string; line?: number };

/** Says where a value stands, by its path from where reading began. @public */
export type Placing = (path: readonly (string | number)[]) => Place;

/** Places in app-config whose file isn't known, as in `customerLayer.assignments.rules.0`. @public */
export const placesInConfig =
  (root: string) =>
  (path: readonly (string | number)[]): { at: string } => ({
    at: [root, ...path].join('.'),
  });

/**
 * Places in the text of an app-config file: its name, and the line.
 *
 * @param options - `at`: the name of the file; `root`: the path in app-config from which values are named
 * @public
 */
export function placesInConfigFile(
  text: string,
  { at, root }: { at: string; root: string },
): Placing {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    logLevel: 'error',
  });
  const lineOf = linesIn(document, counter);
  return path => ({ at, line: lineOf([...root.split('.'), ...path]) });
}
