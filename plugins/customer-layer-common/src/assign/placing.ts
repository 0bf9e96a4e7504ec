/** Where a value stands that is read: a path in app-config, or the address of a file and a line. @public */
export type Place = { at: string; line?: number };

/** Says where a value stands, by its path from where reading began. @public */
export type Placing = (path: readonly (string | number)[]) => Place;

/** Places in app-config, as in `customerLayer.assignments.rules.0`. @public */
export const placesInConfig =
  (root: string) =>
  (path: readonly (string | number)[]): { at: string } => ({
    at: [root, ...path].join('.'),
  });
