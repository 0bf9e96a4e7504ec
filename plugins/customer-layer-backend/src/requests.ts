import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { Request } from 'express';
import { CustomersPosition, parseCursor } from './services/customersCursor';

const DEFAULT_PAGE = 100;

// Lenient as to names, which a catalog may allow of its own; strict as to what tells the parts apart.
const REF = /^[^\s:/]+:(?:[^\s:/]+\/)?[^\s:/]+$/;

const readRef = (text: string): string | undefined =>
  REF.test(text)
    ? stringifyEntityRef(
        parseEntityRef(text, { defaultNamespace: DEFAULT_NAMESPACE }),
      )
    : undefined;

function readRefs(texts: readonly string[]): string[] {
  const refs = texts.map(readRef);
  const unreadable = texts.filter((_, index) => !refs[index]);
  if (unreadable.length) {
    throw new InputError(
      `${unreadable
        .map(text => `"${text}"`)
        .join(
          ', ',
        )} can't be read as an entity ref. Write kind:namespace/name, as in component:default/checkout`,
    );
  }
  return refs.filter(ref => ref !== undefined);
}

/**
 * The entity that a path names.
 *
 * @throws InputError when kind, namespace and name make no entity ref
 */
export function parseByName(req: Request): string {
  const { kind, namespace, name } = req.params;
  return readRefs([`${kind}:${namespace}/${name}`])[0];
}

/**
 * The entities that a body names.
 *
 * @throws InputError when one is no entity ref
 */
export function parseByRefs(req: Request): string[] {
  return readRefs(req.body.entityRefs);
}

/**
 * Which page of customers is asked for.
 *
 * @throws InputError when the cursor can't be read
 */
export function parsePage(req: Request): {
  limit: number;
  position?: CustomersPosition;
} {
  const { limit, cursor } = req.query;
  return {
    limit: Number(limit ?? DEFAULT_PAGE),
    ...(typeof cursor === 'string' && { position: parseCursor(cursor) }),
  };
}
