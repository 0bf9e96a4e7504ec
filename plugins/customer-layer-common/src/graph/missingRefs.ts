import { CustomerEntry, OperationsEntry, SupplyEntry } from './answers';
import { GraphIndex } from './GraphIndex';

/**
 * The refs that entries mention on the way and that name nothing in the catalog, sorted. An entry says of its own ref
 * whether that exists.
 */
export function missingRefs(
  { nodeOf, facts, refs }: GraphIndex,
  entries: ReadonlyArray<CustomerEntry | OperationsEntry | SupplyEntry>,
): string[] {
  const missing = new Set<number>();
  const note = (ref: string) => {
    const node = nodeOf.get(ref);
    if (node !== undefined && !facts[node]) {
      missing.add(node);
    }
  };
  for (const entry of entries) {
    entry.path.forEach(note);
    if ('owners' in entry) {
      entry.owners.forEach(note);
      entry.operationsTeams.forEach(note);
    }
  }
  return [...missing].sort((a, b) => a - b).map(node => refs[node]);
}
