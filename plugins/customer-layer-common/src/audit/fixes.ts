import { ANNOTATIONS, DeclarationKey } from '../model/annotations';

/** Annotations as one would write them into the file of an entity. */
export function annotationsToWrite(
  values: Partial<Record<DeclarationKey, string>>,
): string {
  const lines = (Object.keys(values) as DeclarationKey[]).map(key => {
    const { name, format } = ANNOTATIONS[key];
    const value = values[key];
    // A bare date would not arrive as text.
    return `    ${name}: ${format.type === 'date' ? `'${value}'` : value}`;
  });
  return ['metadata:', '  annotations:', ...lines].join('\n');
}

/** The example of each annotation, to be replaced. */
export const examples = (
  ...keys: DeclarationKey[]
): Partial<Record<DeclarationKey, string>> =>
  Object.fromEntries(keys.map(key => [key, ANNOTATIONS[key].example]));
