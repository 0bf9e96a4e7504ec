import {
  ExemptionState,
  ExportFormat,
  FindingsQuery,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Request } from 'express';
import { readLimit, readRef } from '../requests';
import { DiffQuery, parseDiffCursor } from './questions/AuditDiffs';
import { parseRunsCursor, RunsPage } from './questions/AuditRuns';
import { ConfirmationRequest } from './questions/Confirmations';
import { ExemptionDecision } from './questions/exemptionDecision';
import { ExemptionRequest } from './questions/exemptionRequest';
import { ExemptionsPage, parseExemptionsCursor } from './questions/Exemptions';
import { NONE } from './questions/FindingCounts';
import {
  FindingsCursor,
  parseFindingsCursor,
} from './questions/findingsCursor';

const textIn = (req: Request, name: string): string | undefined => {
  const value = req.query[name];
  return typeof value === 'string' ? value : undefined;
};

const numberIn = (req: Request, name: string): number | undefined =>
  req.query[name] === undefined ? undefined : Number(req.query[name]);

// In one order, so that the same question is recognized.
const inOrder = <T extends string>(values: readonly T[]): T[] =>
  [...new Set(values)].sort();

// The contract says which values there may be.
function listIn<T extends string>(req: Request, name: string): T[] | undefined {
  const value = req.query[name];
  return value === undefined
    ? undefined
    : inOrder([value].flat().map(String) as T[]);
}

const readFilter = (text: string | undefined): string | undefined =>
  text === undefined || text === NONE ? text : readRef(text);

/**
 * Filters of findings in the one form in which they are looked for.
 *
 * @throws InputError when a ref can't be read
 */
export const readFilters = (filters: FindingsQuery): FindingsQuery => ({
  rule: filters.rule && inOrder(filters.rule),
  state: filters.state && inOrder(filters.state),
  severity: filters.severity && inOrder(filters.severity),
  kind:
    filters.kind &&
    inOrder(filters.kind.map(kind => kind.toLocaleLowerCase('en-US'))),
  owner: readFilter(filters.owner),
  system: readFilter(filters.system),
  text: filters.text?.trim() || undefined,
});

const filtersIn = (req: Request): FindingsQuery =>
  readFilters({
    rule: listIn(req, 'rule'),
    state: listIn(req, 'state'),
    severity: listIn(req, 'severity'),
    kind: listIn(req, 'kind'),
    owner: textIn(req, 'owner'),
    system: textIn(req, 'system'),
    text: textIn(req, 'text'),
  });

/**
 * Which findings are asked for, and which page of them.
 *
 * @throws InputError when a ref or the cursor can't be read
 */
export function parseFindings(req: Request): {
  query: FindingsQuery;
  page: { limit: number; cursor?: FindingsCursor };
} {
  const query = filtersIn(req);
  const cursor = textIn(req, 'cursor');
  return {
    query,
    page: {
      limit: readLimit(req),
      ...(cursor !== undefined && {
        cursor: parseFindingsCursor(cursor, query),
      }),
    },
  };
}

/**
 * Which findings are exported, and how.
 *
 * @throws InputError when a ref can't be read
 */
export const parseExport = (
  req: Request,
): FindingsQuery & { format: ExportFormat } => ({
  ...filtersIn(req),
  format: textIn(req, 'format') as ExportFormat,
});

/**
 * Which page of runs is asked for.
 *
 * @throws InputError when the cursor can't be read
 */
export function parseRuns(req: Request): RunsPage {
  const cursor = textIn(req, 'cursor');
  return {
    limit: readLimit(req),
    daily: String(req.query.daily) === 'true',
    ...(cursor !== undefined && { before: parseRunsCursor(cursor) }),
  };
}

/**
 * Which runs are compared, and which page of the changes is asked for.
 *
 * @throws InputError when the cursor can't be read, or belongs to other runs
 */
export function parseDiff(req: Request): DiffQuery {
  const from = numberIn(req, 'from');
  const to = numberIn(req, 'to');
  const cursor = textIn(req, 'cursor');
  const position =
    cursor === undefined
      ? { from, to, offset: 0 }
      : parseDiffCursor(cursor, { from, to });
  return { ...position, limit: readLimit(req) };
}

/**
 * Which page of exemptions is asked for.
 *
 * @throws InputError when the cursor can't be read
 */
export function parseExemptions(req: Request): ExemptionsPage {
  const state = listIn<ExemptionState>(req, 'state');
  const cursor = textIn(req, 'cursor');
  return {
    limit: readLimit(req),
    ...(state && { state }),
    ...(cursor !== undefined && { after: parseExemptionsCursor(cursor) }),
  };
}

/**
 * What exemption a body asks for.
 *
 * @throws InputError when the subject is no entity ref
 */
export function parseExemptionRequest({ body }: Request): ExemptionRequest {
  const { ruleId, entityRef, reason, expiresOn } = body;
  return { ruleId, entityRef: readRef(entityRef), reason, expiresOn };
}

/** What is done about an exemption. */
export const parseDecision = ({
  body,
  params,
}: Request): ExemptionDecision => ({
  id: params.id.toLocaleLowerCase('en-US'),
  act: body.act,
  note: body.note,
});

/**
 * What a body confirms.
 *
 * @throws InputError when the subject is no entity ref
 */
export function parseConfirmation({ body }: Request): ConfirmationRequest {
  const { entityRef, kind, date, note } = body;
  return { entityRef: readRef(entityRef), kind, date, note };
}
