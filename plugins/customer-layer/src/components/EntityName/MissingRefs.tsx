import { createContext, ReactNode, useContext, useMemo } from 'react';

const MissingRefsContext = createContext<ReadonlySet<string>>(new Set());

/** Tells every name below which refs of an answer name nothing in the catalog. */
export function MissingRefs(props: { refs: string[]; children: ReactNode }) {
  const { refs, children } = props;
  const missing = useMemo(() => new Set(refs), [refs]);
  return (
    <MissingRefsContext.Provider value={missing}>
      {children}
    </MissingRefsContext.Provider>
  );
}

/** Whether a ref is known to name nothing in the catalog. */
export const useIsMissing = (entityRef: string): boolean =>
  useContext(MissingRefsContext).has(entityRef);
