import { InputError } from '@backstage/errors';
import {
  AssignmentItem,
  AssignmentRequest,
  ExportRequest,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { quote } from '@missing-layer/backstage-plugin-customer-layer-node';
import { Request } from 'express';
import { fullRef, isRef } from '../refs';

const DEFAULT_PAGE = 20;
const MOST_OF_REASON = 1_000;

/** A ref in full and in lower case. @throws InputError when a text is no entity ref */
export function readRef(text: string): string {
  if (!isRef(text)) {
    throw new InputError(
      `${quote(
        text,
      )} can't be read as an entity ref. Write kind:namespace/name, as in component:default/checkout`,
    );
  }
  return fullRef(text);
}

/** The entity that a path names. @throws InputError when kind, namespace and name make no entity ref */
export const parseByName = ({ params }: Request): string =>
  readRef(`${params.kind}:${params.namespace}/${params.name}`);

/** What is to be assigned. What is no ref stays as it is, and is in no catalog. @throws InputError for the reason */
export function parseAssignments(req: Request): AssignmentRequest {
  const { items, reason, preview }: AssignmentRequest = req.body;
  const why = reason?.trim();
  if (why && (why.length > MOST_OF_REASON || why.includes('\0'))) {
    throw new InputError(
      `The reason has ${why.length} characters. Write a sentence, of at most ${MOST_OF_REASON} that are all printable`,
    );
  }
  return {
    items: items.map(
      ({ entityRef, declarations }): AssignmentItem => ({
        entityRef: fullRef(entityRef),
        declarations,
      }),
    ),
    ...(why && { reason: why }),
    preview: preview ?? false,
  };
}

/** Which changes are asked for. @throws InputError when the ref or the cursor can't be read */
export function parseChanges({ query }: Request) {
  const { entityRef, limit, cursor } = query;
  return {
    ...(typeof entityRef === 'string' && { entityRef: readRef(entityRef) }),
    ...(typeof cursor === 'string' && { before: readCursor(cursor) }),
    limit: Number(limit ?? DEFAULT_PAGE),
  };
}

/** What is to be exported. What is no ref stays as it is, and is in no catalog. */
export function parseExport({ body }: Request): ExportRequest {
  const { entityRefs, format }: ExportRequest = body;
  return { entityRefs: entityRefs.map(fullRef), format };
}

/** The cursor of the page that begins after a change. */
export const cursorOf = (sequence: number): string =>
  Buffer.from(String(sequence)).toString('base64url');

function readCursor(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!/^\d{1,9}$/.test(text)) {
    throw new InputError(
      `The cursor ${quote(
        cursor,
      )} can't be read. Give nextCursor of the page before word for word, or none for the first page`,
    );
  }
  return Number(text);
}
