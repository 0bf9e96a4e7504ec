import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

// Lenient as to names, which a catalog may allow of its own; strict as to what tells the parts apart, and as to what a
// database can't hold.
const REF = /^[^\s:/\0]+:(?:[^\s:/\0]+\/)?[^\s:/\0]+$/;

/** Whether a text is an entity ref with a kind. */
export const isRef = (text: string): boolean => REF.test(text);

/** A ref in full and in lower case; a text that is no ref as it is. */
export const fullRef = (text: string): string =>
  isRef(text)
    ? stringifyEntityRef(
        parseEntityRef(text, { defaultNamespace: DEFAULT_NAMESPACE }),
      )
    : text;

/** The key by which the catalog is asked to process an entity once more. */
export const refreshKeyOf = (entityRef: string): string =>
  `customer-layer:${entityRef}`;
