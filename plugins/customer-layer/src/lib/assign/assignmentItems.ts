import {
  ANNOTATIONS,
  AssignmentAnswer,
  AssignmentItem,
  DECLARATION_KEYS,
  DeclarationKey,
  DeclarationTexts,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { meansSomethingOn } from './assignableKeys';
import { isNone, refsIn } from './declarationTexts';

/** What to change: a text for each declaration, or `null` to take back what the portal says of it. */
export type DeclarationChanges = AssignmentItem['declarations'];

/**
 * What somebody changes by writing texts in place of others; what is cleared is taken back.
 *
 * @param present - what the portal says already
 */
export function changesIn(
  texts: DeclarationTexts,
  present: DeclarationTexts = {},
): DeclarationChanges {
  const written = (key: DeclarationKey) => texts[key]?.trim() ?? '';
  return Object.fromEntries(
    DECLARATION_KEYS.filter(key => written(key) !== (present[key] ?? '')).map(
      key => [key, written(key) || null],
    ),
  );
}

/** For each declaration the only entities that it is meant for; one that isn't here is meant for all. */
export type MeantFor = ReadonlyMap<DeclarationKey, ReadonlySet<string>>;

/** What to ask for: each entity gets what means something on it and is meant for it; one for which nothing is is left out. */
export function assignmentItems(
  entityRefs: readonly string[],
  changes: DeclarationChanges,
  meantFor?: MeantFor,
): AssignmentItem[] {
  const changed = DECLARATION_KEYS.filter(key => key in changes);
  return entityRefs.flatMap(entityRef => {
    const meant = changed.filter(
      key => meantFor?.get(key)?.has(entityRef) !== false,
    );
    const declarations = Object.fromEntries(
      meant
        .filter(key => meansSomethingOn(key, entityRef))
        .map(key => [key, changes[key]]),
    );
    return meant.length ? [{ entityRef, declarations }] : [];
  });
}

/**
 * The same items, with those whom each entity has already named before those to be assigned.
 *
 * @remarks
 *
 * What the file says is not taken over: it goes on to hold, whatever is assigned.
 *
 * @param preview - of the items as they are
 */
export function addedToPresent(
  items: readonly AssignmentItem[],
  preview: AssignmentAnswer,
): AssignmentItem[] {
  return items.map(({ entityRef, declarations }, index) => {
    const added = { ...declarations };
    for (const { key, before } of preview.items[index].declarations) {
      const text = added[key];
      if (
        ANNOTATIONS[key].format.type === 'refs' &&
        before &&
        before.source !== 'file' &&
        typeof text === 'string' &&
        !isNone(text)
      ) {
        const present = refsIn(key, before.value, entityRef);
        const chosen = refsIn(key, text, entityRef);
        added[key] = [...new Set([...present, ...chosen])].join(', ');
      }
    }
    return { entityRef, declarations: added };
  });
}
