import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  CUSTOMER_ORDERS,
  CUSTOMER_ROLES,
  STAGES,
  TEAM_ORDERS,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { Request } from 'express';
import { quoteAll } from '@missing-layer/backstage-plugin-customer-layer-node';
import { CustomersQuestion } from './services/CustomerList';
import { ListsPage, parseListsCursor } from './services/listsPage';
import { PageQuestion } from './services/maskedPage';
import { parsePageCursor } from './services/sortedPage';
import { TeamsQuestion } from './services/TeamList';

const DEFAULT_PAGE = 100;

// By the rules of Backstage no ref is half as long.
const MOST_CHARACTERS = 1_000;

// Lenient as to names, which a catalog may allow of its own; strict as to what tells the parts apart.
const REF = /^[^\s:/]+:(?:[^\s:/]+\/)?[^\s:/]+$/;

const refIn = (text: string): string | undefined =>
  text.length <= MOST_CHARACTERS && REF.test(text)
    ? stringifyEntityRef(
        parseEntityRef(text, { defaultNamespace: DEFAULT_NAMESPACE }),
      )
    : undefined;

/**
 * Refs as the graph has them.
 *
 * @throws InputError when a text is no entity ref
 */
export function readRefs(texts: readonly string[]): string[] {
  const refs = texts.map(refIn);
  const unreadable = texts.filter((_, index) => !refs[index]);
  if (unreadable.length) {
    throw new InputError(
      `${quoteAll(
        unreadable,
      )} can't be read as an entity ref. Write kind:namespace/name, as in component:default/checkout, in at most ${MOST_CHARACTERS} characters`,
    );
  }
  return refs.filter(ref => ref !== undefined);
}

/**
 * A ref as the graph has it.
 *
 * @throws InputError when a text is no entity ref
 */
export const readRef = (text: string): string => readRefs([text])[0];

/** How many items a page may have. */
export const readLimit = (req: Request): number =>
  Number(req.query.limit ?? DEFAULT_PAGE);

/**
 * The entity that a path names, and which part of its lists is asked for.
 *
 * @throws InputError when kind, namespace and name make no entity ref, or the cursor can't be read
 */
export function parseByName(req: Request): {
  entityRef: string;
  page: ListsPage;
} {
  const { kind, namespace, name } = req.params;
  const [entityRef] = readRefs([`${kind}:${namespace}/${name}`]);
  return { entityRef, page: parseListsPage(req) };
}

/**
 * The entities that a body names, and how many entries each list of theirs may have.
 *
 * @throws InputError when one is no entity ref
 */
export function parseByRefs(req: Request): {
  entityRefs: string[];
  limit?: number;
} {
  const { limit } = req.query;
  return {
    entityRefs: readRefs(req.body.entityRefs),
    ...(limit !== undefined && { limit: Number(limit) }),
  };
}

/**
 * The entities that a body names, and which part of the lists is asked for.
 *
 * @throws InputError when one is no entity ref, or the cursor can't be read
 */
export function parseImpact(req: Request): {
  entityRefs: string[];
  page: ListsPage;
} {
  return {
    entityRefs: readRefs(req.body.entityRefs),
    page: parseListsPage(req),
  };
}

/**
 * Which customers are asked for, in which order and on which page.
 *
 * @throws InputError when the cursor can't be read
 */
export function parseCustomersPage(req: Request): CustomersQuestion {
  // The OpenAPI document says which of them may be given.
  const { type, stage, tier, sort } = req.query;
  return {
    ...pageIn(req),
    ...oneOf('type', type, CUSTOMER_ROLES),
    ...oneOf('stage', stage, STAGES),
    ...(tier !== undefined && { tier: Number(tier) }),
    ...textIn(req),
    ...oneOf('sort', sort, CUSTOMER_ORDERS),
  };
}

/**
 * Which operations teams are asked for, in which order and on which page.
 *
 * @throws InputError when the cursor can't be read
 */
export function parseTeamsPage(req: Request): TeamsQuestion {
  const { ready, sort } = req.query;
  return {
    ...pageIn(req),
    ...(ready !== undefined && { ready: String(ready) === 'true' }),
    ...textIn(req),
    ...oneOf('sort', sort, TEAM_ORDERS),
  };
}

function pageIn(req: Request): PageQuestion {
  const { cursor } = req.query;
  return {
    limit: readLimit(req),
    ...(typeof cursor === 'string' && { position: parsePageCursor(cursor) }),
  };
}

function textIn(req: Request): { text?: string } {
  const text = req.query.text?.toString().trim();
  return text ? { text } : {};
}

function oneOf<Name extends string, Value extends string>(
  name: Name,
  given: unknown,
  known: readonly Value[],
): Partial<Record<Name, Value>> {
  const value = known.find(one => one === given);
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}

function parseListsPage(req: Request): ListsPage {
  const { limit, cursor } = req.query;
  return {
    ...(limit !== undefined && { limit: Number(limit) }),
    ...(typeof cursor === 'string' && { position: parseListsCursor(cursor) }),
  };
}
