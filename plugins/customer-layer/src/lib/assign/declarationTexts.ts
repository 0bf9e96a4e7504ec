import { parseEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  DeclarationKey,
  readDeclarations,
} from '@missing-layer/backstage-plugin-customer-layer-common';

/** What a text says as a declaration, and what of it can't be read. */
export type ReadText = {
  value?: string | string[];
  /** In the words of the model, each with its remedy. */
  problems: string[];
};

/**
 * Reads the text of one declaration as it would be read on an entity.
 *
 * @param entityRef - whose namespace refs get that have none
 */
export function readText(
  key: DeclarationKey,
  text: string,
  entityRef: string,
): ReadText {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const { declarations, problems } = readDeclarations({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace,
      annotations: { [ANNOTATIONS[key].name]: text },
    },
  });
  return {
    value: declarations[key],
    problems: problems.map(({ message }) => message),
  };
}

/** A text says explicitly that there is nobody. */
export const isNone = (text: string): boolean =>
  text.trim().toLocaleLowerCase('en-US') === 'none';

/** The refs that a text names; none where it says `none`, or nothing that can be read. */
export function refsIn(
  key: DeclarationKey,
  text: string,
  entityRef: string,
): string[] {
  const { value } = readText(key, text, entityRef);
  return Array.isArray(value) ? value : [];
}
