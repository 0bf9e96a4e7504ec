import {
  Config,
  ConfigReader,
  readDurationFromConfig,
} from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import {
  CustomerLayerConfig,
  readCustomerLayerConfig,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { has } from 'lodash';

/** When the whole catalog is read anew. All in milliseconds. */
export type ReadingSchedule = Readonly<{
  /** From the beginning of one full reading to that of the next. */
  frequency: number;
  /** A full reading that takes longer is given up. */
  timeout: number;
  /** How long the first one waits after a start with a kept graph. */
  initialDelay: number;
}>;

/** What configuration says to this plugin, in one plain value. */
export type BackendConfig = CustomerLayerConfig &
  Readonly<{
    /** When the whole catalog is read anew. */
    schedule: ReadingSchedule;
    /** At most so many entries in each list of an answer. */
    listEntries: number;
  }>;

const SCHEDULE = 'customerLayer.graph.schedule';
const LIST_ENTRIES = 'customerLayer.limits.listEntries';

const DEFAULT_SCHEDULE = {
  frequency: { minutes: 10 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 0 },
} satisfies Record<string, HumanDuration>;

const DEFAULT_LIST_ENTRIES = 10_000;
const MOST_LIST_ENTRIES = 100_000;

const quote = (value: unknown) => JSON.stringify(value);

function refuse(what: string, remedy: string): never {
  throw new InputError(
    `${SCHEDULE}.${what}. ${remedy}, as in { frequency: { minutes: 10 }, timeout: { minutes: 10 } }`,
  );
}

function readMilliseconds(
  config: Config,
  key: keyof typeof DEFAULT_SCHEDULE,
): number {
  if (!config.has(key)) {
    return durationToMilliseconds(DEFAULT_SCHEDULE[key]);
  }
  let duration: HumanDuration;
  try {
    duration = readDurationFromConfig(config, { key });
  } catch (error) {
    return refuse(
      `${key} can't be read: ${toError(error).message}`,
      'Write a duration',
    );
  }
  const milliseconds = durationToMilliseconds(duration);
  if (!(milliseconds >= (key === 'initialDelay' ? 0 : 1))) {
    return refuse(
      `${key} is ${quote(config.get(key))}`,
      'Write a longer duration',
    );
  }
  return milliseconds;
}

function readSchedule(config: Config): ReadingSchedule {
  const schedule = config.getOptionalConfig(SCHEDULE) ?? new ConfigReader({});
  if (schedule.has('scope')) {
    refuse(
      `scope is ${quote(schedule.get('scope'))}`,
      'Remove it, since of several replicas one reads for all, and write the rest',
    );
  }
  const frequency = schedule.getOptional('frequency');
  for (const notADuration of ['cron', 'trigger']) {
    if (has(frequency, notADuration)) {
      refuse(
        `frequency is ${quote(frequency)}`,
        `A full reading comes a certain time after the one before, so "${notADuration}" can't be followed. Write a duration`,
      );
    }
  }
  return {
    frequency: readMilliseconds(schedule, 'frequency'),
    timeout: readMilliseconds(schedule, 'timeout'),
    initialDelay: readMilliseconds(schedule, 'initialDelay'),
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
      `${LIST_ENTRIES} is ${quote(
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
