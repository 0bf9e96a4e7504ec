import {
  DEFAULT_READINESS_THRESHOLDS,
  ReadinessThresholds,
} from '../model/readiness';
import { Severity } from './finding';

/** What configuration changes about one rule. @public */
export type RuleSettings = Readonly<{
  /** Default: true. */
  enabled?: boolean;
  severity?: Severity;
  /** What a pass or a fail counts in the score; where absent, what the severity counts. */
  weight?: number;
}>;

/**
 * What decides how an audit judges.
 *
 * @see docs/configure.md
 * @public
 */
export type AuditSettings = Readonly<{
  /** By id of the rule. */
  rules: Readonly<Record<string, RuleSettings>>;
  /** What a pass or a fail counts in the score, by severity. */
  weights: Readonly<Record<Severity, number>>;
  /** Days after which a confirmed delivery no longer counts as confirmed. */
  confirmedWithinDays: number;
  readiness: ReadinessThresholds;
}>;

/** The settings that hold where configuration says nothing. @public */
export const DEFAULT_AUDIT_SETTINGS: AuditSettings = {
  rules: {},
  weights: { error: 3, warning: 1 },
  confirmedWithinDays: 180,
  readiness: DEFAULT_READINESS_THRESHOLDS,
};
