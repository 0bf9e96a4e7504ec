import {
  AuditSummary,
  AuditTally,
  FindingState,
  SEVERITIES,
  Severity,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { SHOWN_STATES } from './filters';

/** A share from 0 to 1 in whole percents; rounded down, so that 100 % means all. */
export const formatShare = (share: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent' }).format(
    Math.floor(share * 100 + 1e-9) / 100,
  );

/** How many findings of rules of each severity fail. */
export function failuresBySeverity(
  rules: AuditSummary['rules'],
): Record<Severity, number> {
  const failing = (severity: Severity) =>
    rules
      .filter(rule => rule.severity === severity)
      .reduce((sum, { counts }) => sum + (counts.fail ?? 0), 0);
  return Object.fromEntries(
    SEVERITIES.map(severity => [severity, failing(severity)]),
  ) as Record<Severity, number>;
}

/** The states of a tally that have findings, the worst first, each with its share of all that is shown. */
export function shownCounts({
  counts,
}: AuditTally): Array<{ state: FindingState; count: number; share: number }> {
  const total = SHOWN_STATES.reduce(
    (sum, state) => sum + (counts[state] ?? 0),
    0,
  );
  return SHOWN_STATES.map(state => ({ state, count: counts[state] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(counted => ({ ...counted, share: counted.count / total }));
}

/** The worst score first; what could not be scored comes last. */
export const worstFirst = <T extends AuditTally>(tallies: readonly T[]): T[] =>
  [...tallies].sort(
    (a, b) =>
      (a.score ?? 2) - (b.score ?? 2) ||
      (b.counts.fail ?? 0) - (a.counts.fail ?? 0),
  );
