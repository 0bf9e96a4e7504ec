import { ImportPlan } from './planImport';

/** As many refs as fit into a line of a log. */
function listed(refs: readonly string[], most: number): string {
  const more = refs.length - most;
  const names = refs.slice(0, most).join(', ');
  if (!refs.length) {
    return '';
  }
  return more > 0 ? ` (${names} and ${more} more)` : ` (${names})`;
}

/**
 * What an import does, a phrase for each verb, as in "add 1 (customer:default/acme)".
 *
 * @param most - how many refs are named in each
 */
export function summaryOf(
  { added, changed, removed, kept }: ImportPlan,
  most: number,
): string[] {
  return [
    `add ${added.length}${listed(added, most)}`,
    `change ${changed.length}${listed(changed, most)}`,
    `remove ${removed.length}${listed(removed, most)}`,
    `keep ${kept.length} in doubt${listed(kept, most)}`,
  ];
}
