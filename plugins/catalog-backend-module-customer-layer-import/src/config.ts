import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { z } from 'zod/v4';
import { columnsSchema } from './columns';
import { RemovalLimit } from './guard';

const PATH = 'catalog.providers.customerLayer';

const A_LIMIT = 'must be a whole number, or a share as in "20%"';

const maxRemoved = z
  .union(
    [
      z.int(A_LIMIT).min(0, A_LIMIT),
      z.string().regex(/^\d{1,3}(\.\d+)?\s*%$/, A_LIMIT),
    ],
    A_LIMIT,
  )
  .transform(
    (limit): RemovalLimit =>
      typeof limit === 'number'
        ? { count: limit }
        : { percent: Number.parseFloat(limit) },
  );

const A_KEY = 'must be a secret of at least 16 characters';
const MEGABYTES = 'must be a number of megabytes above 0';

const importSchema = z.strictObject({
  url: z.url({
    protocol: /^https?$/,
    error: 'must be a full URL, as in https://crm.example.com/export.csv',
  }),
  token: z.string('must be a text').min(1, 'must not be empty').optional(),
  format: z.enum(['csv', 'json'], 'must be csv or json').optional(),
  items: z
    .string('must be a JSON pointer, as in /data/customers')
    .regex(/^(\/.*)?$/, 'must be a JSON pointer, as in /data/customers')
    .default(''),
  delimiter: z
    .string('must be one character')
    .length(1, 'must be one character')
    .default(','),
  columns: columnsSchema,
  namespace: z
    .string('must be a namespace, as in default')
    .regex(
      /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
      'must be of a-z, 0-9 and hyphens between, at most 63 characters',
    )
    .default('default'),
  opaqueNames: z
    .strictObject({ key: z.string(A_KEY).min(16, A_KEY) })
    .optional(),
  guard: z.strictObject({ maxRemoved: maxRemoved.optional() }).default({}),
  maxSize: z.number(MEGABYTES).positive(MEGABYTES).default(50),
  dryRun: z.boolean('must be true or false').default(false),
  schedule: z.unknown().optional(),
});

/** One configured import; `maxSize` in megabytes. */
export type ImportConfig = Omit<z.output<typeof importSchema>, 'schedule'> & {
  id: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
};

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 1 },
  timeout: { minutes: 10 },
};

const A_SCHEDULE =
  'Write a schedule, as in { frequency: { hours: 1 }, timeout: { minutes: 10 } }';

function readSchedule(config: Config, path: string) {
  if (!config.has('schedule')) {
    return DEFAULT_SCHEDULE;
  }
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(
      config.getConfig('schedule'),
    );
  } catch (error) {
    throw new InputError(
      `${path}.schedule can't be read: ${
        toError(error).message
      }. ${A_SCHEDULE}`,
    );
  }
}

function readImportConfig(id: string, config: Config): ImportConfig {
  const path = `${PATH}.${id}`;
  if (!/^[a-z0-9-]{1,63}$/.test(id)) {
    throw new InputError(
      `${path} can't be read: name an import with lower-case letters, digits and hyphens`,
    );
  }
  const { data, error } = importSchema.safeParse(config.get());
  if (error) {
    const [{ path: steps, message }] = error.issues;
    const where = [path, ...steps].join('.');
    throw new InputError(
      `${where} can't be read: ${message}. See docs/import.md`,
    );
  }
  return { ...data, id, schedule: readSchedule(config, path) };
}

/**
 * The imports that are configured; none is fine.
 *
 * @throws InputError with the path and the remedy.
 */
export function readImportConfigs(config: Config): ImportConfig[] {
  const imports = config.getOptionalConfig(PATH);
  return (imports?.keys() ?? []).map(id =>
    readImportConfig(id, imports!.getConfig(id)),
  );
}
