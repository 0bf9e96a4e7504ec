import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import {
  AssignerSet,
  placesInConfig,
  Placing,
  readAssigners,
  readOrRefuse,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { z } from 'zod/v4';

/** Where assignments stand in app-config. */
export const ASSIGNMENTS_PATH = 'customerLayer.assignments';
const A_LIST = 'must be a list';

const schema = z.strictObject({
  aliases: z.array(z.unknown(), A_LIST).optional(),
  rules: z.array(z.unknown(), A_LIST).optional(),
  files: z
    .array(
      z.strictObject({
        target: z.url({
          protocol: /^https?$/,
          error:
            'must be a full URL, as in https://git.example.com/org/repo/blob/main/rules.yaml',
        }),
      }),
      A_LIST,
    )
    .optional(),
  schedule: z.unknown().optional(),
});

/** Where assignments come from besides the portal. */
export type AssignmentsConfig = Readonly<{
  /** What app-config itself says. */
  written: AssignerSet;
  /** URLs of files of rules, each once. */
  files: readonly string[];
  /** When these are read. */
  schedule: SchedulerServiceTaskScheduleDefinition;
}>;

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 2 },
};

function readSchedule(config: Config): SchedulerServiceTaskScheduleDefinition {
  const schedule = config.getOptionalConfig(`${ASSIGNMENTS_PATH}.schedule`);
  if (!schedule) {
    return DEFAULT_SCHEDULE;
  }
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule);
  } catch (error) {
    throw new InputError(
      `${ASSIGNMENTS_PATH}.schedule can't be read: ${
        toError(error).message
      }. Write a schedule, as in { frequency: { minutes: 5 }, timeout: { minutes: 2 } }`,
    );
  }
}

/**
 * Reads `customerLayer.assignments` from app-config. A rule or alias that is wrong is left out and told of in `written`.
 *
 * @param place - says where something of them stands; by its path in app-config where absent
 * @throws InputError when what stands around them is wrong
 * @see docs/configure.md
 */
export function readAssignmentsConfig(
  config: Config,
  place: Placing = placesInConfig(ASSIGNMENTS_PATH),
): AssignmentsConfig {
  const { aliases, rules, files } = readOrRefuse(
    schema,
    config.getOptional(ASSIGNMENTS_PATH) ?? {},
    ASSIGNMENTS_PATH,
  );
  return {
    written: readAssigners({ aliases, rules }, place),
    files: [...new Set(files?.map(({ target }) => target))],
    schedule: { ...readSchedule(config), scope: 'global' },
  };
}
