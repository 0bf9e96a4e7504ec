import { LineCounter, parseAllDocuments } from 'yaml';
import { FileLocation, FileProblem } from './FileProblem';

/** What one YAML document holds, and where it begins. */
export type FileDocument = { value: unknown; location: FileLocation };

/** Reads the documents of a YAML file; one that can't be read is a problem, and loses only itself. */
export function parseDocuments(
  text: string,
  file: string,
): { documents: FileDocument[]; problems: FileProblem[] } {
  const lines = new LineCounter();
  const documents: FileDocument[] = [];
  const problems: FileProblem[] = [];
  const parsed = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
    merge: true,
  });
  for (const document of parsed) {
    const [start] = document.contents?.range ?? [0];
    const location = { file, line: lines.linePos(start).line };
    const [error] = document.errors;
    if (error) {
      problems.push({
        severity: 'error',
        file,
        line: lines.linePos(error.pos[0]).line,
        message: `This is not readable YAML, and its document is left out. Correct it: ${error.message}`,
      });
    } else if (document.contents) {
      try {
        documents.push({ value: document.toJS(), location });
      } catch (fault) {
        problems.push({
          severity: 'error',
          ...location,
          message: `This YAML can't be resolved, and its document is left out. Correct it: ${
            (fault as Error).message
          }`,
        });
      }
    }
  }
  return { documents, problems };
}
