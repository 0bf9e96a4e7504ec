import { parseEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  DECLARATION_KEYS,
  DeclarationKey,
} from '@missing-layer/backstage-plugin-customer-layer-common';

// What one comes for; the others are folded away.
const MAIN: readonly DeclarationKey[] = [
  'economicCustomers',
  'internalCustomers',
  'operationsTeam',
  'stage',
  'operations',
];

/** Whether a declaration means something on an entity. */
export const meansSomethingOn = (
  key: DeclarationKey,
  entityRef: string,
): boolean =>
  ANNOTATIONS[key].on ===
  (parseEntityRef(entityRef).kind.toLocaleLowerCase('en-US') === 'group'
    ? 'team'
    : 'delivery');

/**
 * What can be assigned to some entities.
 *
 * @param only - where given, nothing else, and nothing of it is folded away
 */
export function assignableKeys(
  entityRefs: readonly string[],
  only?: readonly DeclarationKey[],
): { main: DeclarationKey[]; more: DeclarationKey[] } {
  const keys = DECLARATION_KEYS.filter(
    key =>
      (!only || only.includes(key)) &&
      entityRefs.some(ref => meansSomethingOn(key, ref)),
  );
  const isMain = (key: DeclarationKey) => Boolean(only) || MAIN.includes(key);
  return {
    main: keys.filter(isMain),
    more: keys.filter(key => !isMain(key)),
  };
}
