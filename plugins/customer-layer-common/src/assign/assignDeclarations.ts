import { DEFAULT_NAMESPACE, Entity } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  ASSIGNED_ANNOTATION,
  DECLARATION_KEYS,
  DeclarationKey,
} from '../model/annotations';
import { readValue } from '../model/parse';
import {
  AssignmentSource,
  DeclarationSource,
  DeclarationTexts,
  printAssigned,
  readAssigned,
} from './assignment';

/** Somebody who assigns declarations to entities. @public */
export type Assigner = {
  /** Without `;` and `=`. */
  source: AssignmentSource;
  /** What they assign to an entity, which is as its file says, and has a namespace. */
  of(entity: Entity): DeclarationTexts;
};

/** One of those who say something of a declaration. @public */
export type Candidate = { source: DeclarationSource; value: string };

/** Whose declarations are assigned, and on which kinds they count. @public */
export type Assignment = {
  /** The first one who says something of a declaration is heard. */
  assigners: readonly Assigner[];
  /** In lower case. */
  deliverableKinds: readonly string[];
};

/**
 * The declarations that mean something on a kind.
 *
 * @param deliverableKinds - in lower case
 * @public
 */
export function declarationKeysOn(
  kind: string,
  deliverableKinds: readonly string[],
): DeclarationKey[] {
  const lower = kind.toLocaleLowerCase('en-US');
  const on =
    (deliverableKinds.includes(lower) && 'delivery') ||
    (lower === 'group' && 'team');
  return DECLARATION_KEYS.filter(key => ANNOTATIONS[key].on === on);
}

/** Whether something of a text can be read as a declaration. @public */
export const isReadable = (
  key: DeclarationKey,
  text: string,
  namespace: string,
): boolean =>
  readValue(text, ANNOTATIONS[key].format, { namespace, report: () => {} }) !==
  undefined;

/**
 * What is wrong with a text as a declaration, with the remedy; nothing where all of it can be read.
 *
 * @public
 */
export function declarationFaults(
  key: DeclarationKey,
  text: string,
  namespace: string,
): string[] {
  const faults: string[] = [];
  readValue(text, ANNOTATIONS[key].format, {
    namespace,
    report: ({ message }) => faults.push(message),
  });
  return faults;
}

/** The catalog gives an entity without a namespace the default one, but only after it was processed. */
const inNamespace = (entity: Entity, namespace: string): Entity =>
  entity.metadata.namespace === undefined
    ? { ...entity, metadata: { ...entity.metadata, namespace } }
    : entity;

/**
 * All that is said of an entity's declarations, by whoever says it; the first of each is the one that holds.
 *
 * @remarks
 *
 * What can't be read at all is passed over, except in the entity's file: that is corrected there.
 *
 * @param entity - as its file says
 * @see docs/assign.md
 * @public
 */
export function candidatesFor(
  entity: Entity,
  { assigners, deliverableKinds }: Assignment,
): Map<DeclarationKey, Candidate[]> {
  const keys = declarationKeysOn(entity.kind, deliverableKinds);
  const namespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  const candidates = new Map<DeclarationKey, Candidate[]>();
  const add = (key: DeclarationKey, candidate: Candidate) =>
    candidates.set(key, [...(candidates.get(key) ?? []), candidate]);

  for (const key of keys) {
    const value = entity.metadata.annotations?.[ANNOTATIONS[key].name];
    if (value !== undefined) {
      add(key, { source: 'file', value });
    }
  }
  const placed = inNamespace(entity, namespace);
  for (const { source, of } of keys.length ? assigners : []) {
    const texts = of(placed);
    // Most of many say nothing of one entity.
    for (const key of Object.keys(texts).length ? keys : []) {
      const value = texts[key];
      if (value !== undefined && isReadable(key, value, namespace)) {
        add(key, { source, value });
      }
    }
  }
  return candidates;
}

/**
 * Writes into an entity what is assigned to it, where its file says nothing, and who assigned it.
 *
 * @param entity - as its file says
 * @returns the entity itself where there is nothing to write
 * @see docs/assign.md
 * @public
 */
export function assignDeclarations(
  entity: Entity,
  assignment: Assignment,
): Entity {
  const annotations: Record<string, string> = {};
  const assigned: Partial<Record<DeclarationKey, AssignmentSource>> = {};
  for (const [key, [{ source, value }]] of candidatesFor(entity, assignment)) {
    if (source !== 'file') {
      annotations[ANNOTATIONS[key].name] = value;
      assigned[key] = source;
    }
  }
  const says = printAssigned(assigned);
  const { [ASSIGNED_ANNOTATION]: pretended, ...own } =
    entity.metadata.annotations ?? {};
  if (!says && pretended === undefined) {
    return entity;
  }
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...own,
        ...annotations,
        ...(says && { [ASSIGNED_ANNOTATION]: says }),
      },
    },
  };
}

/**
 * An entity of the catalog without what was assigned to it: as its file says.
 *
 * @public
 */
export function withoutAssigned(entity: Entity): Entity {
  const assigned = Object.keys(readAssigned(entity)) as DeclarationKey[];
  const names = new Set<string>([
    ASSIGNED_ANNOTATION,
    ...assigned.map(key => ANNOTATIONS[key].name),
  ]);
  const annotations = Object.entries(entity.metadata.annotations ?? {});
  const own = annotations.filter(([name]) => !names.has(name));
  if (own.length === annotations.length) {
    return entity;
  }
  return {
    ...entity,
    metadata: { ...entity.metadata, annotations: Object.fromEntries(own) },
  };
}
