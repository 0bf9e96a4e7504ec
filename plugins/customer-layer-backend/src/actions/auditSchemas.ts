import {
  CONFIRMATION_KINDS,
  EXEMPTION_ACTS,
  EXEMPTION_STATES,
  FINDING_STATES,
  SEVERITIES,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { z } from 'zod/v3';
import { leftOutOutput } from './inputs';

const count = z.number().int();

const refs = z.array(z.string());

/** States of findings. */
export const findingState = z.enum(FINDING_STATES);

/** How much a failure matters. */
export const severity = z.enum(SEVERITIES);

const hidden = z
  .literal(true)
  .optional()
  .describe('The caller may not read it: ref and title are masked');

const tally = z.object({
  counts: z.record(findingState, count).describe('Findings by state'),
  score: z
    .number()
    .optional()
    .describe('Weight of what passed over that of what passed or failed, 0–1'),
});

// What findings came to stands in the answer around it.
const run = z.object({
  id: count,
  state: z.enum(['running', 'done', 'failed']),
  startedBy: z.string(),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  graph: z.object({ revision: z.string(), builtAt: z.string() }),
  subjects: z.object({ total: count, done: count }),
  twoCustomers: z
    .object({ entities: count, economic: count, both: count })
    .optional()
    .describe(
      'How many entities there are that should have two customers, how many have an economic customer, and how many a declared operations team as well',
    ),
  error: z.string().optional(),
});

const rule = z.object({
  id: z.string(),
  title: z.string(),
  why: z.string(),
  severity,
  weight: z.number(),
  kinds: refs.optional(),
});

const tallyOf = tally.extend({
  entityRef: z.string().describe('"none" for what has no owner, or no System'),
  title: z.string().optional(),
  hidden,
});

const may = z.object({
  run: z.boolean(),
  request: z.boolean(),
  approve: z.boolean(),
});

const finding = z.object({
  ruleId: z.string(),
  entityRef: z.string(),
  state: findingState,
  severity,
  weight: z.number(),
  message: z.string(),
  evidence: z.array(z.object({ text: z.string(), path: refs.optional() })),
  exemption: z.object({ id: z.string(), expiresOn: z.string() }).optional(),
});

/** How the catalog fares, as the HTTP API answers it. */
export const summaryOutput = tally.extend({
  run: run.optional().describe('The last audit; absent before the first'),
  running: run.optional().describe('The audit that is under way'),
  rules: z.array(rule.merge(tally)),
  owners: z.array(tallyOf).describe('The worst score first'),
  systems: z.array(tallyOf).describe('The worst score first'),
  may,
  exemptionDays: count,
  fourEyes: z.boolean(),
  leftOut: leftOutOutput,
});

/** A page of findings, as the HTTP API answers it. */
export const findingsOutput = z.object({
  run: run.optional(),
  items: z.array(
    finding.extend({
      title: z.string().optional(),
      kind: z.string(),
      ownerRefs: refs,
      systemRef: z.string().optional(),
    }),
  ),
  totalItems: count
    .optional()
    .describe('All of them, hidden ones included; on the first page only'),
  hiddenItems: count
    .optional()
    .describe('Those that the caller may not read; on the first page only'),
  nextCursor: z.string().optional(),
  leftOut: leftOutOutput,
});

/** What the audit says of one entity, as the HTTP API answers it. */
export const entityAuditOutput = z.object({
  entityRef: z.string(),
  run: run.optional(),
  items: z.array(
    finding.extend({
      fix: z
        .object({ text: z.string(), yaml: z.string().optional() })
        .describe('How to put it right'),
    }),
  ),
  rules: z.array(rule),
  exemptions: z.array(
    z.object({
      id: z.string(),
      ruleId: z.string(),
      entityRef: z.string(),
      reason: z.string(),
      expiresOn: z.string(),
      state: z.enum(EXEMPTION_STATES),
      events: z.array(
        z.object({
          act: z.enum(EXEMPTION_ACTS),
          by: z.string(),
          at: z.string(),
          note: z.string().optional(),
        }),
      ),
    }),
  ),
  confirmations: z.array(
    z.object({
      id: z.string(),
      entityRef: z.string(),
      kind: z.enum(CONFIRMATION_KINDS),
      date: z.string(),
      note: z.string().optional(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  mayConfirm: z.array(z.enum(CONFIRMATION_KINDS)),
  may,
  exemptionDays: count,
  leftOut: leftOutOutput,
});
