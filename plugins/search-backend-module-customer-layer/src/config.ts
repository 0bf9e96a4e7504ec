import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import {
  createZodV4FilterPredicateSchema,
  FilterPredicate,
} from '@backstage/filter-predicates';
import { durationToMilliseconds } from '@backstage/types';
import {
  CUSTOMER_SOURCES,
  CustomerSource,
  readOrRefuse,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { z } from 'zod/v4';

/** Which customers everybody is told of who may read an entity. */
export type NamedCustomers = 'declared' | 'all' | 'none';

/** What configuration says to this module, in one plain value. */
export type SearchConfig = Readonly<{
  customers: NamedCustomers;
  /** Which customers are no secret; none where absent. */
  publicCustomers?: FilterPredicate;
  /** How an entity must have come by a customer. */
  sources: readonly CustomerSource[];
  /** For so many milliseconds in all one indexing waits for the customer layer. */
  patienceMs: number;
}>;

const PATH = 'customerLayer.search';

const DEFAULT_SOURCES: readonly CustomerSource[] = ['declared', 'inherited'];

const DEFAULT_PATIENCE_MS = 30_000;

const CUSTOMERS = ['declared', 'all', 'none'] as const;

const oneOf = (words: readonly string[]) =>
  `must be one of ${words.join(', ')}`;

const schema = z.strictObject({
  customers: z.enum(CUSTOMERS, oneOf(CUSTOMERS)).optional(),
  publicCustomers: createZodV4FilterPredicateSchema().optional(),
  sources: z
    .array(z.enum(CUSTOMER_SOURCES, oneOf(CUSTOMER_SOURCES)))
    .min(1, 'must name at least one source; remove it for the default')
    .optional(),
  // Read below, since a duration can be written in several ways.
  patience: z.unknown().optional(),
});

function readPatience(config: Config): number {
  const key = `${PATH}.patience`;
  if (!config.has(key)) {
    return DEFAULT_PATIENCE_MS;
  }
  try {
    return durationToMilliseconds(readDurationFromConfig(config, { key }));
  } catch (error) {
    throw new InputError(
      `${key} can't be read: ${
        toError(error).message
      }. Write a duration, as in { seconds: 30 }`,
    );
  }
}

/**
 * Reads `customerLayer.search` from app-config into a plain value, once, at start.
 *
 * @throws InputError when a value is not what it should be, with its path and the remedy
 */
export function readSearchConfig(config: Config): SearchConfig {
  const { customers, publicCustomers, sources } = readOrRefuse(
    schema,
    config.getOptional(PATH) ?? {},
    PATH,
  );
  // Without permissions the catalog shows every customer to everybody, so there is nothing to keep back.
  const guarded = config.getOptionalBoolean('permission.enabled') ?? false;
  return {
    customers: customers ?? (guarded ? 'declared' : 'all'),
    publicCustomers,
    sources: sources ?? DEFAULT_SOURCES,
    patienceMs: readPatience(config),
  };
}
