import {
  CompoundEntityRef,
  makeValidator,
  parseEntityRef,
} from '@backstage/catalog-model';

const validator = makeValidator();

/**
 * Reads an entity ref as a person writes it.
 *
 * @remarks
 *
 * Stricter than `parseEntityRef`, which takes `a:b:c` for the name "b:c" of kind "a", and so names what can't exist.
 *
 * @returns the ref, or what is wrong with the text
 */
export function readEntityRef(
  text: string,
  defaults: { defaultKind: string; defaultNamespace: string },
): { ref: CompoundEntityRef } | { fault: string } {
  let ref;
  try {
    ref = parseEntityRef(text, defaults);
  } catch {
    return { fault: 'it has too many or empty parts' };
  }
  if (!validator.isValidKind(ref.kind)) {
    return { fault: `"${ref.kind}" can't be a kind` };
  }
  if (!validator.isValidNamespace(ref.namespace.toLocaleLowerCase('en-US'))) {
    return { fault: `"${ref.namespace}" can't be a namespace` };
  }
  if (!validator.isValidEntityName(ref.name)) {
    return {
      fault: `"${ref.name}" can't be a name, which has letters, digits and - _ . only`,
    };
  }
  return { ref };
}
