import {
  FilterPredicate,
  parseFilterPredicate,
} from '@backstage/filter-predicates';
import { Checker, isMapping, quoted } from './Checker';

const EXAMPLE = '{ kind: Component, spec.type: service }';

/** What the catalog adds to an entity only after it was processed. */
const LATER = ['relations', 'status', 'metadata.uid', 'metadata.etag'];

/** The paths into an entity that a predicate looks at. */
function pathsIn(predicate: unknown): string[] {
  if (Array.isArray(predicate)) {
    return predicate.flatMap(pathsIn);
  }
  return isMapping(predicate)
    ? Object.entries(predicate).flatMap(([key, value]) =>
        key.startsWith('$') ? pathsIn(value) : [key],
      )
    : [];
}

/** Reads to which entities a rule applies. */
export function readPredicate(
  value: unknown,
  checker: Checker,
): FilterPredicate | undefined {
  if (!isMapping(value)) {
    checker.fault(
      ['where'],
      `${quoted(value)} is not a filter predicate. Write one as in ${EXAMPLE}`,
    );
    return undefined;
  }
  try {
    const read = parseFilterPredicate(value);
    // What it does not know beside an operator, it drops.
    if (JSON.stringify(read) !== JSON.stringify(value)) {
      checker.fault(
        ['where'],
        `${quoted(
          value,
        )} has something beside an operator, which must stand alone. Combine several with $all, $any and $not`,
      );
      return undefined;
    }
  } catch {
    checker.fault(
      ['where'],
      `${quoted(
        value,
      )} is not a filter predicate. Write paths with texts or with $exists, $in, $contains or $hasPrefix, as in ${EXAMPLE}, and combine them with $all, $any and $not`,
    );
    return undefined;
  }
  const before = checker.faults.length;
  for (const path of pathsIn(value)) {
    const later = LATER.find(
      name => path === name || path.startsWith(`${name}.`),
    );
    if (later) {
      checker.fault(
        ['where'],
        `"${path}" can never match: the catalog adds ${later} only after rules were applied. Ask for what stands in the entity's file, such as spec.owner or spec.system`,
      );
    }
  }
  return checker.faults.length === before
    ? (value as FilterPredicate)
    : undefined;
}
