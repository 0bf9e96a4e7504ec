import { useMemo, useState } from 'react';

/** As many as can be selected: one assignment takes no more entities, and neither does an export. */
export const MOST_SELECTED = 1_000;

/** What is selected of a list. */
export type Selection = {
  refs: ReadonlySet<string>;
  /** Selects it, or no longer. */
  toggle: (id: string) => void;
  /** Selects all of them beside what is selected, or none of them any more. */
  setAll: (ids: readonly string[], selected: boolean) => void;
  /** Selects these and nothing else. */
  replace: (ids: readonly string[]) => void;
};

/**
 * Keeps what is selected.
 *
 * @param of - what the list is of; where it changes, nothing is selected any more
 */
export function useSelection(of: unknown): Selection {
  const [kept, setKept] = useState<{ of: unknown; refs: Set<string> }>();
  const refs = useMemo(
    () => (kept && kept.of === of ? kept.refs : new Set<string>()),
    [kept, of],
  );
  return useMemo(() => {
    const keep = (selected: Iterable<string>) =>
      setKept({ of, refs: new Set(selected) });
    const without = (ids: readonly string[]) => {
      const left = new Set(refs);
      ids.forEach(id => left.delete(id));
      return left;
    };
    return {
      refs,
      toggle: id => keep(refs.has(id) ? without([id]) : [...refs, id]),
      setAll: (ids, selected) =>
        keep(selected ? [...refs, ...ids] : without(ids)),
      replace: keep,
    };
  }, [refs, of]);
}
