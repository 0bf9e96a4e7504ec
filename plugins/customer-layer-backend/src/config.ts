import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { HumanDuration } from '@backstage/types';
import {
  CustomerLayerConfig,
  readCustomerLayerConfig,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** When the catalog is read again, and how long a reading may take. */
type Schedule = SchedulerServiceTaskScheduleDefinition & {
  timeout: HumanDuration;
};

/** What configuration says to this plugin, in one plain value. */
export type BackendConfig = CustomerLayerConfig &
  Readonly<{
    /** When the catalog is read again, and how long a reading may take. */
    schedule: Schedule;
    /** At most so many entries in each list of an answer. */
    listEntries: number;
  }>;

const SCHEDULE = 'customerLayer.graph.schedule';
const LIST_ENTRIES = 'customerLayer.limits.listEntries';

const DEFAULT_SCHEDULE: Schedule = {
  frequency: { seconds: 60 },
  timeout: { minutes: 10 },
  // The first reading doesn't wait for the schedule; this is when the second comes.
  initialDelay: { seconds: 15 },
  scope: 'local',
};

const DEFAULT_LIST_ENTRIES = 10_000;
const MOST_LIST_ENTRIES = 100_000;

function readSchedule(config: Config): Schedule {
  const own = config.getOptionalConfig(SCHEDULE);
  if (!own) {
    return DEFAULT_SCHEDULE;
  }
  let schedule;
  try {
    schedule = readSchedulerServiceTaskScheduleDefinitionFromConfig(own);
  } catch (error) {
    throw new InputError(
      `${SCHEDULE} can't be read: ${
        toError(error).message
      }. Give it a frequency and a timeout, as in { frequency: { seconds: 60 }, timeout: { minutes: 10 } }`,
    );
  }
  if (schedule.scope === 'global') {
    throw new InputError(
      `${SCHEDULE}.scope is "global", but every replica keeps a graph of its own. Remove it, or write "local"`,
    );
  }
  return {
    ...schedule,
    timeout: readDurationFromConfig(own, { key: 'timeout' }),
    scope: 'local',
  };
}

function readListEntries(config: Config): number {
  const value = config.getOptional(LIST_ENTRIES) ?? DEFAULT_LIST_ENTRIES;
  if (
    !Number.isInteger(value) ||
    Number(value) < 1 ||
    Number(value) > MOST_LIST_ENTRIES
  ) {
    throw new InputError(
      `${LIST_ENTRIES} is ${JSON.stringify(
        value,
      )}. Write a whole number from 1 to ${MOST_LIST_ENTRIES}, or remove it for ${DEFAULT_LIST_ENTRIES}`,
    );
  }
  return Number(value);
}

/**
 * Reads `customerLayer` from app-config into a plain value, once, at start.
 *
 * @throws InputError when a value is not what it should be, with its path and the remedy
 */
export function readBackendConfig(config: Config): BackendConfig {
  return {
    ...readCustomerLayerConfig(config),
    schedule: readSchedule(config),
    listEntries: readListEntries(config),
  };
}
