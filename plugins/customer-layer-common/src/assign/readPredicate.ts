import {
  FilterPredicate,
  parseFilterPredicate,
} from '@backstage/filter-predicates';
import { Checker, isMapping, quoted } from './Checker';

const EXAMPLE = '{ kind: Component, spec.type: service }';

/** What the catalog adds to an entity only after it was processed. */
const LATER = ['relations', 'status', 'metadata.uid', 'metadata.etag'];

/** A value within a predicate, and where it stands. */
type Part = { value: unknown; path: Array<string | number> };

/** Whether a value can be read as a predicate, and nothing of it is dropped by that. */
function isPredicate(value: unknown): value is FilterPredicate {
  try {
    return (
      JSON.stringify(parseFilterPredicate(value)) === JSON.stringify(value)
    );
  } catch {
    return false;
  }
}

/** What a part consists of: predicates that are combined, or one thing that is asked for each. */
function partsOf({ value, path }: Part): Part[] {
  if (Array.isArray(value)) {
    return value.map((item, index) => ({
      value: item,
      path: [...path, index],
    }));
  }
  if (!isMapping(value)) {
    return [];
  }
  const entries = Object.entries(value);
  const [[name, inner] = []] = entries;
  if (entries.length > 1) {
    return entries.map(([key, one]) => ({ value: { [key]: one }, path }));
  }
  const within = { value: inner, path: [...path, `${name}`] };
  if (name === '$all' || name === '$any') {
    return Array.isArray(inner) ? partsOf(within) : [];
  }
  if (name === '$not') {
    return [within];
  }
  return isMapping(inner) && Object.keys(inner).join() === '$contains'
    ? [{ value: inner.$contains, path: [...within.path, '$contains'] }]
    : [];
}

/** The smallest part of what can't be read that can't be read by itself. */
function unreadablePart(part: Part): Part {
  const inner = partsOf(part).find(({ value }) => !isPredicate(value));
  return inner ? unreadablePart(inner) : part;
}

/** Whether an operator stands beside something else in a value, or in what is asked of a path. */
const hasCompany = (value: unknown): boolean =>
  isMapping(value) &&
  (Object.keys(value).length > 1
    ? Object.keys(value).some(key => key.startsWith('$'))
    : Object.values(value).some(hasCompany));

/** Where a part stands: of one thing that is asked, its key. */
const placeOf = ({ value, path }: Part): Part['path'] => {
  const keys = isMapping(value) ? Object.keys(value) : [];
  return keys.length === 1 ? [...path, ...keys] : path;
};

/** The paths into an entity that a predicate looks at, and where each is asked. */
function pathsIn(
  value: unknown,
  at: Part['path'],
): Array<[string, Part['path']]> {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => pathsIn(item, [...at, index]));
  }
  return isMapping(value)
    ? Object.entries(value).flatMap(
        ([key, inner]): ReturnType<typeof pathsIn> =>
          key.startsWith('$')
            ? pathsIn(inner, [...at, key])
            : [[key, [...at, key]]],
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
  if (!isPredicate(value)) {
    const part = unreadablePart({ value, path: ['where'] });
    checker.fault(
      placeOf(part),
      hasCompany(part.value)
        ? `${quoted(
            part.value,
          )} has something beside an operator, which must stand alone. Combine several with $all, $any and $not`
        : `${quoted(
            part.value,
          )} is not a filter predicate. Write paths with texts or with $exists, $in, $contains or $hasPrefix, as in ${EXAMPLE}, and combine them with $all, $any and $not`,
    );
    return undefined;
  }
  const before = checker.faults.length;
  for (const [path, at] of pathsIn(value, ['where'])) {
    const later = LATER.find(
      name => path === name || path.startsWith(`${name}.`),
    );
    if (later) {
      checker.fault(
        at,
        `"${path}" can never match: the catalog adds ${later} only after rules were applied. Ask for what stands in the entity's file, such as spec.owner or spec.system`,
      );
    }
  }
  return checker.faults.length === before ? value : undefined;
}
