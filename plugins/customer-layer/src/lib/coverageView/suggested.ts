import {
  AssignmentItem,
  Suggestion,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** What tells one suggestion from every other. */
export const suggestionId = ({
  entityRef,
  key,
  value,
}: Pick<Suggestion, 'entityRef' | 'key' | 'value'>): string =>
  JSON.stringify([entityRef, key, value]);

/**
 * What accepting suggestions assigns, entity by entity: several customers in one list, and of several teams the likeliest
 * one, since an entity has but one.
 *
 * @param accepted - the likeliest first
 */
export function assignmentsOf(
  accepted: readonly Suggestion[],
): AssignmentItem[] {
  const items = new Map<string, AssignmentItem>();
  for (const { entityRef, key, value } of accepted) {
    const item = items.get(entityRef) ?? { entityRef, declarations: {} };
    const before = item.declarations[key];
    if (!before) {
      item.declarations[key] = value;
    } else if (key !== 'operationsTeam') {
      item.declarations[key] = `${before}, ${value}`;
    }
    items.set(entityRef, item);
  }
  return [...items.values()];
}
