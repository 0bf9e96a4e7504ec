import {
  FINDING_STATES,
  FindingState,
  ReportedFinding,
  RuleDescription,
  Tally,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { groupBy } from 'lodash';
import { Style } from './styles';

const indent = (text: string, blanks: number) =>
  text.replace(/^/gm, ' '.repeat(blanks));

const LOOKS: Record<FindingState, Parameters<Style>[0]> = {
  fail: 'red',
  unmeasured: 'yellow',
  exempt: 'cyan',
  pass: 'green',
  skipped: 'dim',
};

function word({ state, severity }: ReportedFinding): string {
  return state === 'fail' ? `fail (${severity})` : state;
}

function findingText(finding: ReportedFinding, style: Style): string {
  const { ruleId, state, message, evidence, fix, exemption, reason } = finding;
  const lines = [
    `${style(LOOKS[state], word(finding))} ${style(
      'bold',
      ruleId,
    )}: ${message}`,
  ];
  if (exemption) {
    lines.push(`  exempt until ${exemption.expiresOn}: ${reason}`);
  }
  if (state === 'fail' || state === 'unmeasured') {
    lines.push(
      ...evidence.map(({ text, path = [] }) =>
        path.length > 1 ? `  - ${text} (${path.join(' → ')})` : `  - ${text}`,
      ),
    );
  }
  if (state === 'fail' && fix) {
    lines.push(`  Fix: ${fix.text}`);
    lines.push(...(fix.yaml ? [indent(fix.yaml, 4)] : []));
  }
  return `${indent(lines.join('\n'), 2)}\n`;
}

function subjectText(
  [first, ...others]: ReportedFinding[],
  style: Style,
): string {
  const { entityRef, title, location } = first;
  const name = title ? `${entityRef} (${title})` : entityRef;
  const where = `${location!.file}:${location!.line}`;
  return `${style('underline', where)} ${style('bold', name)}\n${[
    first,
    ...others,
  ]
    .map(finding => findingText(finding, style))
    .join('')}\n`;
}

const COLUMNS = FINDING_STATES.filter(state => state !== 'skipped');

/** How many findings of each rule are in which state. */
function* summary(
  findings: readonly ReportedFinding[],
  rules: readonly RuleDescription[],
): Generator<string> {
  const width = Math.max(...rules.map(({ id }) => id.length), 5) + 2;
  const row = (name: string, cells: ReadonlyArray<string | number>) =>
    `${name.padEnd(width)}${cells
      .map(cell => String(cell).padStart(12))
      .join('')}\n`;
  const cellsOf = ({ counts }: Tally['result']) =>
    COLUMNS.map(state => counts[state] ?? 0);
  const byRule = groupBy(findings, ({ ruleId }) => ruleId);
  const all = new Tally();
  yield row('rule', COLUMNS);
  for (const { id } of rules) {
    const tally = new Tally();
    for (const finding of byRule[id] ?? []) {
      tally.add(finding);
      all.add(finding);
    }
    yield row(id, cellsOf(tally.result));
  }
  const { score } = all.result;
  yield row('all', cellsOf(all.result));
  yield score === undefined
    ? '\nScore: none, since nothing passed or failed\n'
    : `\nScore: ${Math.floor(score * 100)} of 100\n`;
}

/** How many of the entities that should have both an economic customer and an operations team have them. */
function twoCustomers(findings: readonly ReportedFinding[]): string {
  const judged = (ruleId: string) =>
    findings.filter(
      finding => finding.ruleId === ruleId && finding.state !== 'skipped',
    );
  const passing = (ruleId: string) =>
    new Set(
      judged(ruleId)
        .filter(({ state }) => state === 'pass')
        .map(({ entityRef }) => entityRef),
    );
  const economic = passing('economic-customer');
  const operated = passing('operations-team');
  const both = [...economic].filter(ref => operated.has(ref)).length;
  const all = judged('economic-customer').length;
  return `Two customers: ${both} of ${all} entities have an economic customer and a declared operations team, ${economic.size} the first\n`;
}

/**
 * Findings for people, by subject, and how many there are of each rule.
 *
 * @param options - `told` are the findings to write out; those that pass are only counted. `findings` are all
 */
export function* textOf(options: {
  told: readonly ReportedFinding[];
  findings: readonly ReportedFinding[];
  rules: readonly RuleDescription[];
  style: Style;
}): Generator<string> {
  const { told, findings, rules, style } = options;
  const toTell = told.filter(({ state }) => state !== 'pass');
  const bySubject = groupBy(toTell, ({ entityRef }) => entityRef);
  for (const ofSubject of Object.values(bySubject)) {
    yield subjectText(ofSubject, style);
  }
  yield* summary(findings, rules);
  const needed = ['economic-customer', 'operations-team'];
  if (needed.every(id => rules.some(rule => rule.id === id))) {
    yield twoCustomers(findings);
  }
}
