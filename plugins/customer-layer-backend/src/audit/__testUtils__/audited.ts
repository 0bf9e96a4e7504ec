import {
  AuditedSubject,
  AuditSubject,
  Finding,
} from '@missing-layer/backstage-plugin-customer-layer-common';

type Told = Pick<Finding, 'state'> & Partial<Finding>;

/** A subject with what came of some rules: by their ids the states, or more. */
export function audited(
  entityRef: string,
  findings: Record<string, Finding['state'] | Told>,
  subject: Partial<AuditSubject> = {},
): AuditedSubject {
  return {
    subject: {
      entityRef,
      kind: entityRef.split(':')[0],
      ownerRefs: [],
      declares: false,
      ...subject,
    },
    findings: Object.entries(findings).map(([ruleId, told]) => ({
      ruleId,
      entityRef,
      severity: 'error',
      weight: 3,
      message: 'As it is',
      evidence: [],
      ...(typeof told === 'string' ? { state: told } : told),
    })),
  };
}
