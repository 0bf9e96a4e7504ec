import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import {
  AuditRule,
  AuditSettings,
  flag,
  readAuditSettings,
  readOrRefuse,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { z } from 'zod/v4';

/** What configuration says about audits, in one plain value. */
export type AuditConfig = Readonly<{
  settings: AuditSettings;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** How long what is kept, in milliseconds. */
  retention: Readonly<{ findings: number; runs: number }>;
  /** For at most so many days from today an exemption can be asked for. */
  exemptionDays: number;
  /** Whether somebody else than who asked for it must approve an exemption. */
  fourEyes: boolean;
  /** Whether one may confirm without being on a side of it. */
  anyoneConfirms: boolean;
  /** Whether owners are notified; absent where that depends on the notifications plugin being installed. */
  notifies?: boolean;
  /** Whether the annotations and links of other plugins count as evidence. */
  annotationsAreEvidence: boolean;
}>;

const PATH = 'customerLayer.audit';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 6 },
  timeout: { minutes: 30 },
  initialDelay: { minutes: 1 },
};

const DEFAULT_RETENTION = {
  findings: { days: 90 },
  runs: { days: 400 },
} satisfies Record<string, HumanDuration>;

const schema = z.object({
  exemptions: z
    .strictObject({
      maximumDays: z
        .int('must be a whole number of days')
        .min(1, 'must be at least one day')
        .optional(),
      fourEyes: flag.optional(),
    })
    .optional(),
  confirmations: z.strictObject({ anyone: flag.optional() }).optional(),
  notifications: z.strictObject({ enabled: flag.optional() }).optional(),
  evidence: z.strictObject({ annotations: flag.optional() }).optional(),
});

const KNOWN = [
  ...Object.keys(schema.shape),
  'rules',
  'weights',
  'schedule',
  'retention',
];

function refuseUnknown(config: Config): void {
  const unknown = config
    .getOptionalConfig(PATH)
    ?.keys()
    .find(key => !KNOWN.includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `${PATH}.${unknown} is not known. Correct it in app-config, or remove it: known are ${KNOWN.join(
        ', ',
      )}`,
    );
  }
}

function readSchedule(config: Config): AuditConfig['schedule'] {
  const schedule = config.getOptionalConfig(`${PATH}.schedule`);
  if (!schedule) {
    return { ...DEFAULT_SCHEDULE, scope: 'global' };
  }
  try {
    return {
      ...readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule),
      // Of several replicas one audits for all.
      scope: 'global',
    };
  } catch (error) {
    throw new InputError(
      `${PATH}.schedule can't be read: ${
        toError(error).message
      }. Write a frequency and a timeout, as in { frequency: { hours: 6 }, timeout: { minutes: 30 } }`,
    );
  }
}

function readRetention(
  config: Config,
  key: keyof typeof DEFAULT_RETENTION,
): number {
  const path = `${PATH}.retention.${key}`;
  if (!config.has(path)) {
    return durationToMilliseconds(DEFAULT_RETENTION[key]);
  }
  try {
    return durationToMilliseconds(
      readDurationFromConfig(config, { key: path }),
    );
  } catch (error) {
    throw new InputError(
      `${path} can't be read: ${
        toError(error).message
      }. Write a duration, as in { days: 90 }`,
    );
  }
}

/**
 * Reads `customerLayer.audit` from app-config, once, at start.
 *
 * @param rules - those that there are
 * @throws InputError when a value is not what it should be, with its path and the remedy
 * @see docs/configure.md
 */
export function readAuditConfig(
  config: Config,
  rules: readonly AuditRule[],
): AuditConfig {
  refuseUnknown(config);
  const { exemptions, confirmations, notifications, evidence } = readOrRefuse(
    schema,
    config.getOptional(PATH) ?? {},
    PATH,
  );
  return {
    settings: readAuditSettings(config, rules),
    schedule: readSchedule(config),
    retention: {
      findings: readRetention(config, 'findings'),
      runs: readRetention(config, 'runs'),
    },
    exemptionDays: exemptions?.maximumDays ?? 180,
    fourEyes: exemptions?.fourEyes ?? true,
    anyoneConfirms: confirmations?.anyone ?? false,
    ...(notifications?.enabled !== undefined && {
      notifies: notifications.enabled,
    }),
    annotationsAreEvidence: evidence?.annotations ?? true,
  };
}
