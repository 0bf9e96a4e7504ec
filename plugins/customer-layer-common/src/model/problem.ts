/**
 * Something about an entity that can't be read, names nothing, or goes round in a circle. A problem is a value: it
 * loses only itself.
 *
 * @public
 */
export type Problem = {
  /** What kind of problem it is. */
  code: 'unreadable' | 'kind-not-allowed' | 'unknown-reference' | 'cycle';
  /** The annotation, or for a cycle the relation, at fault. */
  annotation: string;
  /** The offending text, word for word. */
  value: string;
  /** What is wrong with it and what to do about it. */
  message: string;
};
