import {
  CUSTOMER_ROLES,
  CUSTOMER_SOURCES,
  LAYERS,
  LayerId,
  OPERATING_MODELS,
  STAGES,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { z } from 'zod/v3';
import { leftOutOutput } from './inputs';

const count = z.number().int();

const refs = z.array(z.string());

const layer = z.enum(LAYERS as readonly [LayerId, ...LayerId[]]);

const operatingModel = z.enum(OPERATING_MODELS);

const exists = z.boolean().describe('Whether the catalog holds it');

const hidden = z
  .literal(true)
  .optional()
  .describe('The caller may not read it: ref and title are masked');

const title = z.string().optional();

const path = refs.describe('From the entity itself, hop by hop');

const graph = z
  .object({ revision: z.string(), builtAt: z.string() })
  .describe('The state of the catalog that this was computed from');

/** Of an answer whose lists come in pages. */
const inPages = {
  truncated: z.boolean(),
  totals: z.record(count.optional()).optional(),
  nextCursor: z.string().optional(),
  leftOut: leftOutOutput,
};

const pillar = z.object({
  state: z.enum(['pass', 'fail', 'unmeasured']),
  evidence: z.string(),
});

const readiness = z
  .object({
    staffed: pillar,
    trained: pillar,
    equipped: pillar,
    managed: pillar,
  })
  .optional();

const customer = z.object({
  customerRef: z.string(),
  title,
  role: z.enum(CUSTOMER_ROLES),
  stage: z.enum(STAGES).optional(),
  tier: count.optional().describe('1 (most critical) to 4'),
  source: z.enum(CUSTOMER_SOURCES).describe('How the entity came by it'),
  distance: count.describe('Hops'),
  path,
  exists,
  hidden,
});

const team = z.object({
  teamRef: z.string(),
  title,
  exists,
  readiness,
  hidden,
});

const operations = team.extend({
  source: z
    .enum(['declared', 'inherited', 'assumed'])
    .describe('assumed: nobody is declared, so its owner stands in'),
  path,
});

const delivery = z.object({
  entryPoint: z.string().optional(),
  support: z.string().optional(),
  slo: z.string().optional(),
  value: z.string().optional(),
  confirmedOn: z.string().optional(),
});

const supply = z.object({
  entityRef: z.string(),
  title,
  layer,
  distance: count,
  path,
  owners: refs.readonly(),
  operationsTeams: refs.readonly(),
  provider: z.string().optional(),
  operatingModel: operatingModel.optional(),
  exists,
  hidden,
});

/** The layers of one entity, as the HTTP API answers them. */
export const layersOutput = z.object({
  entityRef: z.string(),
  applicable: z
    .boolean()
    .describe('False for a kind that has no customers of its own'),
  graph,
  customers: z.array(customer),
  operations: z.array(operations),
  supply: z.array(supply).describe('All that it rests on'),
  layer,
  operatingModel: operatingModel.optional(),
  provider: z.string().optional(),
  delivery,
  problems: z.array(
    z.object({
      code: z.enum([
        'unreadable',
        'kind-not-allowed',
        'unknown-reference',
        'cycle',
      ]),
      annotation: z.string(),
      value: z.string(),
      message: z.string(),
    }),
  ),
  missing: refs.describe('Refs that name nothing in the catalog'),
  ...inPages,
});

const affected = z.object({
  entityRef: z.string(),
  title,
  distance: count,
  path,
  owners: refs.readonly(),
  operationsTeams: refs.readonly(),
  exists,
  hidden,
});

/** Who is hit by a failure, as the HTTP API answers it. */
export const impactOutput = z.object({
  entityRefs: refs,
  graph,
  failing: z
    .array(affected)
    .describe('What fails, with who owns and operates it'),
  customers: z.array(customer),
  affected: z.array(affected),
  operations: z.array(team).describe('The teams to call'),
  valueAtRisk: z
    .record(z.number())
    .describe('Value per year by currency, over customers that can be read'),
  valueHidden: count.describe(
    'How many economic customers are left out of valueAtRisk, because the caller may not read them',
  ),
  smallestTier: count.optional().describe('The most critical tier hit'),
  ...inPages,
});

/** What a customer's service rests on, as the HTTP API answers it. */
export const deliveryOutput = z.object({
  customerRef: z.string(),
  title,
  graph,
  customers: refs.describe('The customer and all its children'),
  serves: refs.describe('What it is a direct customer of'),
  restsOn: refs,
  operationsTeams: refs,
  chain: z
    .array(
      supply.extend({
        delivery: delivery
          .optional()
          .describe('Of what the customer is a direct customer of'),
      }),
    )
    .describe('serves (distance 0) and restsOn in full, by distance'),
  operations: z.array(team),
  missing: refs,
  weakestTeam: z
    .string()
    .optional()
    .describe('The operations team with the most pillars not passed'),
  ...inPages,
});
