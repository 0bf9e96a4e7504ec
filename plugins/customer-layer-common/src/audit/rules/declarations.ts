import { Problem } from '../../model/problem';
import { AuditQuestion, AuditRule } from '../AuditRule';
import { fail, pass, skipped, tell } from '../verdicts';

function judge(
  { subject, layers }: AuditQuestion,
  codes: ReadonlyArray<Problem['code']>,
  says: { passed: string; failed: string },
) {
  const problems = layers.problems.filter(({ code }) => codes.includes(code));
  if (problems.length) {
    return fail(
      says.failed,
      tell(problems, ({ annotation, message }) => ({
        text: `${annotation}: ${message}`,
      })),
    );
  }
  return subject.declares ? pass(says.passed) : skipped('It declares nothing');
}

/** Whoever is named is there. */
export const knownReferences: AuditRule = {
  id: 'known-references',
  title: 'Names nobody who is not there',
  why: 'A ref that names nothing in the catalog is a customer or a team whom nobody can reach.',
  severity: 'error',
  fix: () => ({
    text: 'Correct each of these refs, or register what it names.',
  }),
  check: question =>
    judge(question, ['unknown-reference', 'kind-not-allowed'], {
      passed: 'All that it declares names something in the catalog',
      failed:
        'It names something that is not in the catalog, or not allowed there',
    }),
};

/** Whatever is declared can be read. */
export const readableDeclarations: AuditRule = {
  id: 'readable-declarations',
  title: 'Declares nothing that can’t be read',
  why: 'A value that can’t be read counts as absent, whatever its author meant.',
  severity: 'error',
  fix: () => ({
    text: 'Correct each of these values in the file of the entity.',
  }),
  check: question =>
    judge(question, ['unreadable'], {
      passed: 'All that it declares can be read',
      failed: 'It declares something that can’t be read',
    }),
};
