import {
  AUDIT_RULES,
  Audit,
  AuditedSubject,
  AuditRule,
  CustomerGraph,
  DEFAULT_AUDIT_SETTINGS,
  EvidenceLookup,
  Exemption,
  FindingsQuery,
  ListedFinding,
  RuleDescription,
  Tally,
  TallyOf,
  exempted,
  rulesInForce,
} from '@missing-layer/backstage-plugin-customer-layer-common';

const NONE = 'none';

/** The rules, as people read them. */
export const RULES: RuleDescription[] = rulesInForce(
  AUDIT_RULES,
  DEFAULT_AUDIT_SETTINGS,
).map(({ id, title, why, severity, weight }) => ({
  id,
  title,
  why,
  severity,
  weight,
}));

/** The rule of an id. */
export const ruleOf = (ruleId: string): AuditRule =>
  AUDIT_RULES.find(({ id }) => id === ruleId)!;

/** Audits every entity, by ref. */
export const auditAll = (
  graph: CustomerGraph,
  evidence: EvidenceLookup,
): Map<string, AuditedSubject> =>
  new Map(
    [...new Audit(graph, { now: new Date(), evidence }).all()].map(audited => [
      audited.subject.entityRef,
      audited,
    ]),
  );

/** Everything that the audit found, but for the rules that don't apply. */
export const listFindings = (
  audited: Iterable<AuditedSubject>,
  exemptions: readonly Exemption[],
): ListedFinding[] =>
  [...audited].flatMap(({ subject, findings }) =>
    findings
      .filter(({ state }) => state !== 'skipped')
      .map(finding => ({
        ...exempted(
          finding,
          exemptions.find(
            ({ entityRef, ruleId, state }) =>
              state === 'approved' &&
              entityRef === finding.entityRef &&
              ruleId === finding.ruleId,
          ),
        ),
        title: subject.title,
        kind: subject.kind,
        ownerRefs: subject.ownerRefs,
        systemRef: subject.systemRef,
      })),
  );

const isAmong = <T>(wanted: T[] | undefined, value: T) =>
  !wanted?.length || wanted.includes(value);

/** Whether a finding fulfils all that is asked for. */
export function isWanted(finding: ListedFinding, query: FindingsQuery) {
  const { ruleId, state, severity, kind, ownerRefs, systemRef } = finding;
  const { owner, system, text = '' } = query;
  return (
    isAmong(query.rule, ruleId) &&
    isAmong(query.state, state) &&
    isAmong(query.severity, severity) &&
    isAmong(query.kind, kind) &&
    (!owner ||
      (owner === NONE ? !ownerRefs.length : ownerRefs.includes(owner))) &&
    (!system || (systemRef ?? NONE) === system) &&
    `${finding.entityRef} ${finding.title}`
      .toLowerCase()
      .includes(text.toLowerCase())
  );
}

/** What findings come to. */
export function tallyOf(findings: readonly ListedFinding[]) {
  const tally = new Tally();
  findings.forEach(finding => tally.add(finding));
  return tally.result;
}

/** What the findings of each of several groups or Systems come to. */
export function talliesBy(
  findings: readonly ListedFinding[],
  refsOf: (finding: ListedFinding) => string[],
): TallyOf[] {
  const groups = new Map<string, ListedFinding[]>();
  for (const finding of findings) {
    const refs = refsOf(finding);
    for (const ref of refs.length ? refs : [NONE]) {
      groups.set(ref, [...(groups.get(ref) ?? []), finding]);
    }
  }
  return [...groups].map(([entityRef, own]) => ({
    entityRef,
    ...tallyOf(own),
  }));
}
