import { InputError } from '@backstage/errors';
import {
  CoverageApi,
  CoverageAspect,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Request } from 'express';
import { quote } from '@missing-layer/backstage-plugin-customer-layer-node';
import { readLimit, readRef, readRefs } from '../requests';
import { PageQuestion } from '../services/maskedPage';
import { parsePageCursor } from '../services/sortedPage';
import { UncoveredQuestion } from './UncoveredList';

const textIn = (req: Request, name: string): string | undefined => {
  const value = req.query[name];
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
};

// The contract says which there are.
const aspectIn = (req: Request) => req.query.aspect as CoverageAspect;

/**
 * From which time on somebody wants to know how it was.
 *
 * @throws InputError when it is no time
 */
export function parseHistory(req: Request): { since?: Date } {
  const text = textIn(req, 'since');
  if (text === undefined) {
    return {};
  }
  const since = new Date(text);
  if (Number.isNaN(since.getTime())) {
    throw new InputError(
      `${quote(
        text,
      )} can't be read as a time. Write it as in 2026-04-30T12:00:00Z`,
    );
  }
  return { since };
}

/** Of what somebody wants to know where to begin. */
export const parseBegin = (
  req: Request,
): { aspect: CoverageAspect; limit: number } => ({
  aspect: aspectIn(req),
  limit: Number(req.query.limit ?? 10),
});

/**
 * Which of the entities that lack something are asked for.
 *
 * @throws InputError when the owner is no entity ref, or the cursor can't be read
 */
export function parseUncovered(req: Request): UncoveredQuestion {
  const owner = textIn(req, 'owner');
  return {
    ...pageIn(req),
    aspect: aspectIn(req),
    kind: textIn(req, 'kind')?.toLowerCase(),
    type: textIn(req, 'type')?.toLowerCase(),
    owner: owner === undefined ? undefined : readRef(owner),
    text: textIn(req, 'text')?.toLowerCase(),
  };
}

function pageIn(req: Request): PageQuestion {
  const cursor = textIn(req, 'cursor');
  return {
    limit: readLimit(req),
    ...(cursor !== undefined && { position: parsePageCursor(cursor) }),
  };
}

/**
 * For which entities suggestions are asked for.
 *
 * @throws InputError when one is no entity ref
 */
export const parseSuggestions = ({
  body,
}: Request): { entityRefs: string[]; dismissed: boolean } => ({
  entityRefs: readRefs(body.entityRefs),
  dismissed: body.dismissed ?? false,
});

/** What {@link CoverageApi.dismissSuggestions} takes. */
export type DismissalRequest = Parameters<CoverageApi['dismissSuggestions']>[0];

/**
 * Which suggestions are dismissed, or are to be shown again.
 *
 * @throws InputError when an entity or a value is no entity ref
 */
export function parseDismissals({ body }: Request): DismissalRequest {
  const { items, dismissed } = body as DismissalRequest;
  return {
    dismissed,
    items: items.map(({ entityRef, key, value }) => ({
      entityRef: readRef(entityRef),
      key,
      value: readRef(value),
    })),
  };
}
