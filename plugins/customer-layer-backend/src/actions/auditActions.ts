import {
  auditReadPermission,
  FindingsPage,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { z } from 'zod/v3';
import { readFilters } from '../audit/auditRequests';
import { Audits } from '../audit/Audits';
import { parseFindingsCursor } from '../audit/questions/findingsCursor';
import { readRef } from '../requests';
import { Acting } from './acting';
import {
  entityAuditOutput,
  findingsOutput,
  findingState,
  severity,
  summaryOutput,
} from './auditSchemas';
import { pageInput, refInput } from './inputs';
import { cut, LeftOut } from './leftOut';

const summaryInput = z.object({ limit: pageInput.limit });

const entityInput = z.object({
  entityRef: refInput('The entity'),
  limit: pageInput.limit,
});

const findingsInput = z.object({
  owner: z
    .string()
    .optional()
    .describe(
      'Ref of the group or user whose entities are meant, such as "group:default/payments"; "none" for those without an owner',
    ),
  system: z
    .string()
    .optional()
    .describe('Ref of a System; "none" for entities outside any'),
  state: z
    .array(findingState)
    .optional()
    .describe('States of findings; fail and unmeasured are what is to be done'),
  severity: z.array(severity).optional(),
  rule: z.array(z.string()).optional().describe('Ids of rules'),
  kind: z.array(z.string()).optional().describe('Kinds of entities'),
  text: z.string().optional().describe('Part of an entity’s ref or title'),
  ...pageInput,
});

function sayMore(page: FindingsPage): FindingsPage & LeftOut {
  const { nextCursor, totalItems, items } = page;
  const of = totalItems === undefined ? '' : ` of ${totalItems}`;
  return nextCursor
    ? {
        ...page,
        leftOut: [
          `items has ${items.length}${of} findings. For those that follow, call again with the same input and this answer’s nextCursor as cursor, or ask for fewer with filters.`,
        ],
      }
    : page;
}

/** Registers the actions that ask how the catalog fares in the audit. */
export function registerAuditActions({
  audits,
  acting,
}: {
  audits: Audits;
  acting: Acting;
}): void {
  const reading = { permission: auditReadPermission };

  acting({
    name: 'get-customer-audit-summary',
    title: 'Get how the catalog fares in the customer audit',
    description: `
Sums up the last customer audit of the whole catalog: the score, findings by state, the same for each rule, for each owner and for each System, the worst first, and the share of entities that have both an economic customer and an operations team.

Use it for questions such as "how are we doing?", "which teams have the most to do?", "which rule fails most?".
Counts are over everything; owners and Systems that the caller may not read are masked.
`,
    input: summaryInput,
    output: summaryOutput,
    eventId: 'audit-summary-fetch',
    ...reading,
    answer: async ({ limit }, viewer, caller) => {
      const summary = await audits.summaries.summary(viewer, caller);
      const { entries: owners, leftOut: ownersLeft } = cut(summary.owners, {
        limit,
        list: 'owners',
        remedy:
          'Call again with a higher limit, or find-customer-audit-findings with an owner',
      });
      const { entries: systems, leftOut: systemsLeft } = cut(summary.systems, {
        limit,
        list: 'systems',
        remedy:
          'Call again with a higher limit, or find-customer-audit-findings with a system',
      });
      const leftOut = [...ownersLeft, ...systemsLeft];
      return {
        ...summary,
        owners,
        systems,
        ...(leftOut.length && { leftOut }),
      };
    },
  });

  acting({
    name: 'get-entity-customer-audit',
    title: 'Get what the customer audit found of an entity',
    description: `
Says what the last customer audit found of one entity, rule by rule, each with its evidence and how to put it right (with the YAML to write, where writing helps), and which exemptions and confirmations there are.

Use it for questions such as "what is wrong with this service?", "how do I fix it?", "is this team ready?".
`,
    input: entityInput,
    output: entityAuditOutput,
    examples: [
      {
        title: 'What is missing on the checkout?',
        input: { entityRef: 'component:default/checkout', limit: 25 },
      },
    ],
    eventId: 'findings-fetch',
    ...reading,
    answer: async ({ entityRef, limit }, viewer, caller) => {
      const found = await audits.entities.of(
        readRef(entityRef),
        viewer,
        caller,
      );
      const remedy =
        'They are the newest. Call again with a higher limit, or look at the Customers tab of the entity';
      const exemptions = cut(found.exemptions, {
        limit,
        list: 'exemptions',
        remedy,
      });
      const confirmations = cut(found.confirmations, {
        limit,
        list: 'confirmations',
        remedy,
      });
      const leftOut = [...exemptions.leftOut, ...confirmations.leftOut];
      return {
        ...found,
        exemptions: exemptions.entries,
        confirmations: confirmations.entries,
        ...(leftOut.length && { leftOut }),
      };
    },
  });

  acting({
    name: 'find-customer-audit-findings',
    title: 'Find findings of the customer audit',
    description: `
Lists findings of the last customer audit that fulfil all filters: of an owner, of a System, of some states, severities, rules or kinds.

Use it for questions such as "what does team payments have to fix?", "which services have no economic customer?" (rule "economic-customer", state "fail").
Findings on entities that the caller may not read are left out and counted in "hiddenItems". get-customer-audit-summary lists the rules.
`,
    input: findingsInput,
    output: findingsOutput,
    examples: [
      {
        title: 'What does the payments team have to fix?',
        input: { owner: 'group:default/payments', state: ['fail'], limit: 25 },
      },
    ],
    eventId: 'findings-fetch',
    ...reading,
    answer: async ({ limit, cursor, ...filters }, viewer, caller) => {
      const query = readFilters(filters);
      return sayMore(
        await audits.findings.page(
          query,
          {
            limit,
            ...(cursor !== undefined && {
              cursor: parseFindingsCursor(cursor, query),
            }),
          },
          { viewer, caller },
        ),
      );
    },
  });
}
