import {
  Finding,
  reportIn,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { sortBy } from 'lodash';
import { AuditCommand } from './command';
import { examine } from './examine';
import { FileProblem } from './files/FileProblem';
import { styles } from './report/styles';
import { textOf } from './report/text';
import { writeFileText, writeOut } from './report/write';

/** Whether something of a severity is a reason to fail. */
const counts = (
  severity: Finding['severity'],
  failOn: AuditCommand['failOn'],
): boolean =>
  failOn === 'warning' || (failOn === 'error' && severity === 'error');

const inWords = ({ file, line, severity, message }: FileProblem) =>
  `${file}:${line}: ${severity}: ${message}\n`;

/**
 * Audits catalog files and reports what was found; problems of the files go to standard error.
 *
 * @returns whether there are findings or problems of a severity that is a reason to fail
 * @throws InputError when something that the command names can't be used, PortalError when a portal does not answer
 */
export async function audit(
  command: AuditCommand,
  place: { folder: string; version: string },
): Promise<boolean> {
  const { format, output, states, failOn, now } = command;
  const { findings, rules, graph, problems } = await examine(
    command,
    place.folder,
  );
  process.stderr.write(
    sortBy(problems, ['file', 'line']).map(inWords).join(''),
  );

  const told = findings.filter(({ state }) => states.includes(state));
  const about = {
    rules,
    at: now.toISOString(),
    graph: { revision: graph.revision },
    tool: { version: place.version },
  };
  const text = (plain: boolean) =>
    textOf({ told, findings, rules, style: styles(plain) });
  const report = (plain: boolean) =>
    format === 'text' ? text(plain) : reportIn(format, told, about);
  if (output) {
    await writeFileText(place.folder, output, report(true));
    if (format !== 'text') {
      await writeOut(text(!process.stdout.isTTY));
    }
  } else {
    await writeOut(report(!process.stdout.isTTY));
  }
  return (
    findings.some(
      ({ state, severity }) => state === 'fail' && counts(severity, failOn),
    ) || problems.some(({ severity }) => counts(severity, failOn))
  );
}
