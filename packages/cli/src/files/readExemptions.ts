import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { LineCounter, isSeq, parseDocument } from 'yaml';
import { z } from 'zod/v4';
import { FileLocation } from './FileProblem';
import { readText, shownPath } from './readText';

/** That a subject may fail a rule until a day, as somebody wrote it down. */
export type WrittenExemption = {
  location: FileLocation;
  rule: string;
  /** A full ref in lower case. */
  subject: string;
  reason: string;
  approvedBy: string;
  /** The last day on which it holds, as an ISO 8601 date, in UTC. */
  expiresOn: string;
};

const said = z.string('must be given').trim().min(1, 'must not be empty');

const subject = said.transform((text, context) => {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    context.addIssue({
      code: 'custom',
      message: 'must be an entity ref with its kind, as in component:web-shop',
    });
    return z.NEVER;
  }
});

const schema = z.strictObject({
  rule: said,
  subject,
  reason: said,
  approvedBy: said,
  expiresOn: z.iso.date('must be a day, as in 2026-12-31'),
});

/**
 * Reads a file of exemptions.
 *
 * @throws InputError that names each fault with its line
 * @see docs/audit-in-ci.md#exemptions
 */
export async function readExemptions(
  folder: string,
  file: string,
): Promise<WrittenExemption[]> {
  const lines = new LineCounter();
  const document = parseDocument(await readText(folder, file), {
    lineCounter: lines,
    prettyErrors: false,
  });
  const shown = shownPath(folder, file);
  const refuse = (offset: number, fault: string) =>
    `${shown}:${lines.linePos(offset).line}: ${fault}`;
  if (document.errors.length) {
    const [{ pos, message }] = document.errors;
    throw new InputError(
      `The exemptions can't be read. Correct the YAML: ${refuse(
        pos[0],
        message,
      )}`,
    );
  }
  if (document.contents === null) {
    return [];
  }
  if (!isSeq(document.contents)) {
    throw new InputError(
      `${shown} must be a list of exemptions, each with rule, subject, reason, approvedBy and expiresOn.`,
    );
  }
  const faults: string[] = [];
  const exemptions: WrittenExemption[] = [];
  const values: unknown[] = document.toJS();
  document.contents.items.forEach((item, i) => {
    const [start] = item.range;
    const { data, error } = schema.safeParse(values[i]);
    if (data) {
      const { line } = lines.linePos(start);
      exemptions.push({ location: { file: shown, line }, ...data });
    }
    for (const { path, message } of error?.issues ?? []) {
      faults.push(refuse(start, [...path, message].join(' ')));
    }
  });
  if (faults.length) {
    throw new InputError(
      `The exemptions can't be read. Correct them:\n${faults.join('\n')}`,
    );
  }
  return exemptions;
}
