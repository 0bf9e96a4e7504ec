import { DEFAULT_NAMESPACE, Entity } from '@backstage/catalog-model';
import {
  AssignmentItem,
  DECLARATION_KEYS,
  declarationFaults,
  DeclarationKey,
  declarationKeysOn,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { quote } from '@missing-layer/backstage-plugin-customer-layer-node';

/** What is asked for of one entity: either all of it can be written, or it is said why nothing of it is. */
export type RequestedRow = { entityRef: string } & (
  | { entity: Entity; texts: Map<DeclarationKey, string | undefined> }
  | { refusal: string }
);

/** What a row is held against. */
export type RowContext = {
  /** Those that the caller may read, by ref. */
  entities: ReadonlyMap<string, Entity>;
  mayAssign(entity: Entity): boolean;
  deliverableKinds: readonly string[];
};

// A value is a handful of refs or a sentence.
const MOST_CHARACTERS = 10_000;

const isKey = (key: string): key is DeclarationKey =>
  DECLARATION_KEYS.some(known => known === key);

/** Why an entity is none of those to which the caller may assign something. */
export const unknownEntity = (entityRef: string) =>
  `The catalog has no entity ${quote(
    entityRef,
  )} that you may read. Correct the ref, or ask for the right to read it`;

/** Why a caller may not assign anything to an entity. */
export const forbiddenEntity = (entityRef: string) =>
  `You may not assign anything to ${quote(
    entityRef,
  )}. Ask somebody who may, or ask for the permission "customer-layer.assign"`;

const textsOf = ({ declarations }: AssignmentItem) =>
  new Map(
    DECLARATION_KEYS.filter(key => declarations[key] !== undefined).map(
      key => [key, declarations[key] ?? undefined] as const,
    ),
  );

/** Checks each of the items by itself. Refs are full and in lower case. */
export function requestedRows(
  items: readonly AssignmentItem[],
  context: RowContext,
): RequestedRow[] {
  const seen = new Set<string>();
  return items.map(item => {
    const { entityRef } = item;
    const refusal = seen.has(entityRef)
      ? `${quote(entityRef)} stands in this request twice. Name it once`
      : refusalOf(item, context);
    seen.add(entityRef);
    const entity = context.entities.get(entityRef);
    return refusal === undefined && entity
      ? { entityRef, entity, texts: textsOf(item) }
      : { entityRef, refusal: refusal ?? unknownEntity(entityRef) };
  });
}

function refusalOf(
  { entityRef, declarations }: AssignmentItem,
  { entities, mayAssign, deliverableKinds }: RowContext,
): string | undefined {
  const entity = entities.get(entityRef);
  if (!entity) {
    return unknownEntity(entityRef);
  }
  const { kind } = entity;
  const keys = declarationKeysOn(kind, deliverableKinds);
  if (!keys.length) {
    return `Nothing can be assigned to ${quote(
      entityRef,
    )}: declarations mean nothing on the kind ${kind}. Name an entity of kind ${[
      ...deliverableKinds,
      'group',
    ].join(', ')}`;
  }
  if (!mayAssign(entity)) {
    return forbiddenEntity(entityRef);
  }
  const faults = Object.entries(declarations).flatMap(([key, text]) => {
    if (!isKey(key) || !keys.includes(key)) {
      return `${quote(
        key,
      )} means nothing on the kind ${kind}. What can be assigned to it is ${keys.join(
        ', ',
      )}`;
    }
    return typeof text === 'string' ? textFaults(key, text, entity) : [];
  });
  if (!Object.keys(declarations).length) {
    faults.push(`Say what to assign to ${quote(entityRef)}`);
  }
  return faults.length ? faults.join('; ') : undefined;
}

function textFaults(
  key: DeclarationKey,
  text: string,
  { metadata }: Entity,
): string[] {
  if (text.length > MOST_CHARACTERS || text.includes('\0')) {
    return [
      `${key} has ${text.length} characters. Write at most ${MOST_CHARACTERS}, all of them printable`,
    ];
  }
  return declarationFaults(
    key,
    text,
    metadata.namespace ?? DEFAULT_NAMESPACE,
  ).map(fault => `${key}: ${fault}`);
}
