import { InputError } from '@backstage/errors';
import {
  Audit,
  AUDIT_RULES,
  AuditedSubject,
  AuditRule,
  CustomerGraph,
  Finding,
  ReportedFinding,
  RuleDescription,
  rulesInForce,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { evidenceIn } from './catalog/evidenceIn';
import { graphOf } from './catalog/graphOf';
import { AuditCommand } from './command';
import { Exemptions } from './Exemptions';
import { FileLocation, FileProblem } from './files/FileProblem';
import { findFiles } from './files/findFiles';
import { readDeclaredEntities } from './files/readDeclaredEntities';
import { readExemptions } from './files/readExemptions';
import { Portal } from './portal/Portal';
import { MOST_AROUND, surroundingsOf } from './portal/surroundings';
import { readConfig } from './readConfig';

/** What came of an audit of files. */
export type Examined = {
  /** Of the rules in force, whatever their state; by ref of the subject, then by rule. */
  findings: ReportedFinding[];
  rules: RuleDescription[];
  graph: Pick<CustomerGraph, 'revision'>;
  /** What of the files could not be used. */
  problems: FileProblem[];
};

type RuleInForce = ReturnType<typeof rulesInForce>[number];

const tooMany = ({ portal }: AuditCommand): FileProblem => ({
  severity: 'warning',
  file: portal!.url,
  line: 1,
  message: `More than ${MOST_AROUND} entities have to do with the files; the others are taken for absent. Audit fewer files at a time.`,
});

function chosen(ids: readonly string[]): readonly AuditRule[] {
  const known = AUDIT_RULES.map(({ id }) => id);
  const unknown = ids.find(id => !known.includes(id));
  if (unknown !== undefined) {
    throw new InputError(
      `There is no rule "${unknown}". Give one of ${known.join(', ')}.`,
    );
  }
  return ids.length
    ? AUDIT_RULES.filter(({ id }) => ids.includes(id))
    : AUDIT_RULES;
}

const describe = ({
  id,
  title,
  why,
  severity,
  weight,
  kinds,
}: RuleInForce): RuleDescription => ({
  id,
  title,
  why,
  severity,
  weight,
  ...(kinds && { kinds: [...kinds] }),
});

function reported(
  { subject }: AuditedSubject,
  finding: Finding & { reason?: string },
  { rule, location }: { rule: RuleInForce; location: FileLocation },
): ReportedFinding {
  const { kind, title, ownerRefs, systemRef } = subject;
  const toMend = finding.state !== 'pass' && finding.state !== 'skipped';
  return {
    ...finding,
    kind,
    ...(title && { title }),
    ownerRefs,
    ...(systemRef && { systemRef }),
    ...(toMend && { fix: rule.fix(subject) }),
    location,
  };
}

/**
 * Audits catalog files.
 *
 * @throws InputError when something that the command names can't be used, PortalError when a portal does not answer
 */
export async function examine(
  command: AuditCommand,
  folder: string,
): Promise<Examined> {
  const { now } = command;
  const rules = chosen(command.rules);
  const config = await readConfig(folder, command.config);
  const written = command.exemptions
    ? await readExemptions(folder, command.exemptions)
    : [];
  const files = await findFiles(folder, command.patterns);
  const declared = await readDeclaredEntities({ folder, files, config });
  const { entities, refusals, problems } = declared;
  const around = command.portal
    ? await surroundingsOf(entities, {
        portal: new Portal(command.portal),
        rules: config.rules,
      })
    : undefined;

  const graph = graphOf({
    entities,
    around: around?.entities,
    rules: config.rules,
    now,
  });
  const { settings } = config;
  const inForce = rulesInForce(rules, settings);
  const ruleOf = new Map(inForce.map(rule => [rule.id, rule]));
  const evidence = evidenceIn([
    ...(around?.entities ?? []),
    ...Array.from(entities.values(), ({ entity }) => entity),
  ]);
  const audit = new Audit(graph, { now, rules, settings, refusals, evidence });
  const exemptions = new Exemptions(written, now);
  const findings: ReportedFinding[] = [];
  for (const ref of [...entities.keys()].sort()) {
    const audited = audit.of(ref)!;
    const { location } = entities.get(ref)!;
    for (const finding of audited.findings) {
      const rule = ruleOf.get(finding.ruleId)!;
      findings.push(
        reported(audited, exemptions.apply(finding), { rule, location }),
      );
    }
  }
  return {
    findings,
    rules: inForce.map(describe),
    graph,
    problems: [
      ...problems,
      ...(around?.cut ? [tooMany(command)] : []),
      ...exemptions.problems({
        rules: AUDIT_RULES.map(({ id }) => id),
        judged: inForce.map(({ id }) => id),
        subjects: entities,
      }),
    ],
  };
}
