import {
  auditRunPermission,
  AuditRule,
  AuditSettings,
  AuditSummary,
  exemptionApprovePermission,
  exemptionRequestPermission,
  RuleDescription,
  rulesInForce,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Caller } from '../../services/Callers';

/** What a caller may do about audits and exemptions. */
export async function rightsOf(caller: Caller): Promise<AuditSummary['may']> {
  const [run, request, approve] = await caller.may([
    auditRunPermission,
    exemptionRequestPermission,
    exemptionApprovePermission,
  ]);
  return { run, request, approve };
}

/** The rules in force, as people read them, in order. */
export const describeRules = (
  rules: readonly AuditRule[],
  settings: AuditSettings,
): RuleDescription[] =>
  rulesInForce(rules, settings).map(
    ({ id, title, why, severity, weight, kinds }) => ({
      id,
      title,
      why,
      severity,
      weight,
      ...(kinds && { kinds: [...kinds] }),
    }),
  );
