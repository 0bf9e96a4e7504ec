import {
  DeclarationKey,
  Finding,
  isMaskedRef,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { MeantFor } from './assignmentItems';

const KEYS: Record<string, readonly DeclarationKey[] | undefined> = {
  'economic-customer': ['economicCustomers'],
  'operations-team': ['operationsTeam'],
  'serves-someone': ['economicCustomers', 'internalCustomers'],
  'internal-stage': ['stage'],
  consumable: ['entryPoint', 'support'],
  'customer-involved': ['confirmedOn'],
  'team-trained': ['trainedOn'],
  'team-equipped': ['onCall', 'runbooks', 'dashboards'],
  'team-managed': ['manager', 'reviewedOn'],
};

/** What to assign, and to which entities, so that findings are put right. */
export type FindingAssignment = {
  entityRefs: string[];
  keys: DeclarationKey[];
  /** For each declaration the entities whose findings ask for it: it says nothing that is true of the others. */
  meantFor: MeantFor;
};

// A stage is that of the internal customer, and not of what serves it.
const subjectsOf = ({
  ruleId,
  entityRef,
  evidence,
}: Pick<Finding, 'ruleId' | 'entityRef' | 'evidence'>): string[] =>
  (ruleId === 'internal-stage'
    ? evidence
        .flatMap(({ path }) => path?.slice(-1) ?? [])
        .filter(ref => ref.startsWith('group:'))
    : [entityRef]
  ).filter(ref => !isMaskedRef(ref));

/** Tells what to assign for findings that do not pass; nothing where assigning does not put them right. */
export function assignmentForFindings(
  findings: ReadonlyArray<
    Pick<Finding, 'ruleId' | 'state' | 'entityRef' | 'evidence'>
  >,
): FindingAssignment {
  const open = findings.filter(
    ({ state, ruleId }) => state !== 'pass' && KEYS[ruleId],
  );
  const meantFor = new Map<DeclarationKey, Set<string>>();
  for (const finding of open) {
    for (const ref of subjectsOf(finding)) {
      for (const key of KEYS[finding.ruleId] ?? []) {
        meantFor.set(key, (meantFor.get(key) ?? new Set()).add(ref));
      }
    }
  }
  return {
    entityRefs: [...new Set(open.flatMap(subjectsOf))],
    keys: [...meantFor.keys()],
    meantFor,
  };
}

/** Whether assigning something puts a finding right. */
export const isAssignable = (
  finding: Pick<Finding, 'ruleId' | 'state' | 'entityRef' | 'evidence'>,
): boolean => assignmentForFindings([finding]).entityRefs.length > 0;
