import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  ASSIGNED_ANNOTATION,
  CUSTOMER_LAYER_GROUP,
  DECLARATION_KEYS,
  DeclarationKey,
} from '../model/annotations';

/**
 * Who assigned a declaration without touching the entity's file: a person in the portal, an alias that reads something
 * else the entity says, or a rule.
 *
 * @public
 */
export type AssignmentSource = 'portal' | `alias:${string}` | `rule:${string}`;

/** Where a declaration of an entity comes from. @public */
export type DeclarationSource = 'file' | AssignmentSource;

/** Declarations as text, the way they stand in annotations. @public */
export type DeclarationTexts = Partial<Record<DeclarationKey, string>>;

const PREFIX = `${CUSTOMER_LAYER_GROUP}/`;

/** The name of an annotation as people write it in rules and aliases: without the prefix, as in `operations-team`. @public */
export const shortNameOf = (key: DeclarationKey): string =>
  ANNOTATIONS[key].name.slice(PREFIX.length);

const keyByShortName = new Map(
  DECLARATION_KEYS.map(key => [shortNameOf(key), key]),
);

/** The declaration of a short name; nothing where there is none of that name. @public */
export const keyOfShortName = (name: string): DeclarationKey | undefined =>
  keyByShortName.get(name);

const isSource = (text: string): text is AssignmentSource =>
  text === 'portal' || text.startsWith('alias:') || text.startsWith('rule:');

/**
 * Who assigned which of an entity's declarations. What the catalog says, it says by the processor; so don't ask it of a
 * file.
 *
 * @public
 */
export function readAssigned(
  entity: Entity,
): Partial<Record<DeclarationKey, AssignmentSource>> {
  const text = entity.metadata.annotations?.[ASSIGNED_ANNOTATION] ?? '';
  const assigned: Partial<Record<DeclarationKey, AssignmentSource>> = {};
  for (const part of text.split(';')) {
    const [name, source] = part.trim().split('=');
    const key = keyOfShortName(name);
    if (key && source !== undefined && isSource(source)) {
      assigned[key] = source;
    }
  }
  return assigned;
}

/** Prints who assigned what, in the order of {@link ANNOTATIONS}, so that {@link readAssigned} reads the same. @public */
export const printAssigned = (
  assigned: Partial<Record<DeclarationKey, AssignmentSource>>,
): string =>
  DECLARATION_KEYS.filter(key => assigned[key])
    .map(key => `${shortNameOf(key)}=${assigned[key]}`)
    .join('; ');
