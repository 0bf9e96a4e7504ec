/** Compares refs by code unit, never by locale. */
export const compareRefs = (a: string, b: string): number => {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
};
