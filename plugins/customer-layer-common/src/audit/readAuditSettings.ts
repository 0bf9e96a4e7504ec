import { Config } from '@backstage/config';
import { z } from 'zod/v4';
import { flag, readOrRefuse } from '../config';
import { SEVERITIES } from './finding';
import { AuditRule } from './AuditRule';
import { AUDIT_RULES } from './rules';
import { AuditSettings, DEFAULT_AUDIT_SETTINGS } from './settings';

const days = z
  .int('must be a whole number of days')
  .min(1, 'must be at least one day');

const weight = z.number('must be a number').min(0, 'must not be negative');

const ruleSchema = z.strictObject({
  enabled: flag.optional(),
  severity: z
    .enum(SEVERITIES, `must be one of ${SEVERITIES.join(', ')}`)
    .optional(),
  weight: weight.optional(),
});

const withinDays = ruleSchema.extend({ withinDays: days.optional() });

// What some rules may be told beside what all may.
const OWN_SCHEMAS = {
  'customer-involved': withinDays,
  'team-trained': withinDays,
  'team-managed': withinDays,
  'team-staffed': ruleSchema.extend({
    minimumMembers: z
      .int('must be a whole number')
      .min(1, 'must be at least 1')
      .optional(),
  }),
};

const schemaFor = (rules: readonly AuditRule[]) =>
  z.object({
    rules: z
      .strictObject({
        ...Object.fromEntries(
          rules.map(({ id }) => [id, ruleSchema.optional()]),
        ),
        'customer-involved': OWN_SCHEMAS['customer-involved'].optional(),
        'team-trained': OWN_SCHEMAS['team-trained'].optional(),
        'team-managed': OWN_SCHEMAS['team-managed'].optional(),
        'team-staffed': OWN_SCHEMAS['team-staffed'].optional(),
      })
      .optional(),
    weights: z
      .strictObject({ error: weight.optional(), warning: weight.optional() })
      .optional(),
  });

/**
 * Reads how to judge from `customerLayer.audit` in app-config.
 *
 * @param rules - those that there are; others are refused
 * @throws InputError when a value is not what it should be, with its path and the remedy
 * @see docs/configure.md
 * @public
 */
export function readAuditSettings(
  config: Config,
  rules: readonly AuditRule[] = AUDIT_RULES,
): AuditSettings {
  const path = 'customerLayer.audit';
  const read = readOrRefuse(
    schemaFor(rules),
    config.getOptional(path) ?? {},
    path,
  );
  const defaults = DEFAULT_AUDIT_SETTINGS;
  const own = read.rules ?? {};
  return {
    rules: own as AuditSettings['rules'],
    weights: { ...defaults.weights, ...read.weights },
    confirmedWithinDays:
      own['customer-involved']?.withinDays ?? defaults.confirmedWithinDays,
    readiness: {
      minimumMembers:
        own['team-staffed']?.minimumMembers ??
        defaults.readiness.minimumMembers,
      trainedWithinDays:
        own['team-trained']?.withinDays ?? defaults.readiness.trainedWithinDays,
      reviewedWithinDays:
        own['team-managed']?.withinDays ??
        defaults.readiness.reviewedWithinDays,
    },
  };
}
