import { DEFAULT_NAMESPACE, Entity } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  ASSIGNED_ANNOTATION,
  AnnotationFormat,
  CUSTOMER_LAYER_GROUP,
  DECLARATION_KEYS,
  DeclarationKey,
} from './annotations';
import { closest, distance } from 'fastest-levenshtein';
import { readValue } from './parse';
import { Problem } from './problem';

/** What an annotation of a format is read as. @public */
export type DeclarationValue<F extends AnnotationFormat> = F extends {
  type: 'refs' | 'urls';
}
  ? string[]
  : F extends { type: 'choice'; values: readonly (infer V)[] }
  ? V
  : string;

/**
 * What an entity's annotations declare. A key is absent when its annotation is absent or can't be read; an empty list
 * of refs is the explicit `none`.
 *
 * @remarks
 *
 * Refs are full and in lower case, in the order written, without repeats.
 *
 * @public
 */
export type Declarations = {
  -readonly [K in DeclarationKey]?: DeclarationValue<
    (typeof ANNOTATIONS)[K]['format']
  >;
};

const PREFIX = `${CUSTOMER_LAYER_GROUP}/`;

const keyByName = new Map<string, DeclarationKey>(
  DECLARATION_KEYS.map(key => [ANNOTATIONS[key].name, key]),
);

function unknownAnnotation(name: string): Problem {
  const nearest = closest(name, [...keyByName.keys()]);
  const similar = distance(name, nearest) <= 3 ? nearest : undefined;
  const remedy = similar
    ? `Did you mean "${similar}"?`
    : `Known are ${[...keyByName.keys()]
        .map(known => known.slice(PREFIX.length))
        .join(', ')}`;
  return {
    code: 'unreadable',
    annotation: name,
    value: name,
    message: `"${name}" is not an annotation of the customer layer. ${remedy}`,
  };
}

/**
 * Reads all declarations of an entity. Never throws: what can't be read is in `problems` and loses only itself.
 *
 * @see docs/annotations.md
 * @public
 */
export function readDeclarations(entity: Entity): {
  declarations: Declarations;
  problems: Problem[];
} {
  const declarations: Record<string, string | string[]> = {};
  const problems: Problem[] = [];
  const namespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;

  for (const [name, raw] of Object.entries(entity.metadata.annotations ?? {})) {
    // It says who assigned what, and declares nothing itself.
    if (!name.startsWith(PREFIX) || name === ASSIGNED_ANNOTATION) {
      continue;
    }
    const key = keyByName.get(name);
    if (!key) {
      problems.push(unknownAnnotation(name));
      continue;
    }
    const value = readValue(raw, ANNOTATIONS[key].format, {
      namespace,
      report: problem => problems.push({ annotation: name, ...problem }),
    });
    if (value !== undefined) {
      declarations[key] = value;
    }
  }
  return { declarations, problems };
}

/**
 * Prints declarations as annotations, so that reading them again gives the same.
 *
 * @public
 */
export function printDeclarations(
  declarations: Declarations,
): Record<string, string> {
  const annotations: Record<string, string> = {};
  for (const key of DECLARATION_KEYS) {
    const value = declarations[key];
    if (Array.isArray(value)) {
      annotations[ANNOTATIONS[key].name] = value.join(', ') || 'none';
    } else if (value !== undefined) {
      annotations[ANNOTATIONS[key].name] = value;
    }
  }
  return annotations;
}
