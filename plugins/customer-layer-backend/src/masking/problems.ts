import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  AnnotationDefinition,
  EntityLayers,
  Problem,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { SEPARATORS } from './refsInText';

const definitions: readonly AnnotationDefinition[] = Object.values(ANNOTATIONS);

/** Maps each word of a problem to the ref that it would be in the annotation at fault, kind and namespace filled in. */
function refsByWord(
  { annotation, value }: Problem,
  subject: string,
): Map<string, string> {
  const format = definitions.find(({ name }) => name === annotation)?.format;
  const context = {
    defaultKind:
      format && 'defaultKind' in format ? format.defaultKind : undefined,
    defaultNamespace: parseEntityRef(subject).namespace,
  };
  const refs = new Map<string, string>();
  for (const word of value.split(SEPARATORS)) {
    try {
      refs.set(word, stringifyEntityRef(parseEntityRef(word, context)));
    } catch {
      // A word that is no ref hides nothing.
    }
  }
  return refs;
}

/** Every ref that the problems of an entity name, in full or in short. */
export const refsInProblems = ({
  entityRef,
  problems,
}: Pick<EntityLayers, 'entityRef' | 'problems'>): string[] =>
  problems.flatMap(problem => [...refsByWord(problem, entityRef).values()]);

/** Writes in full what the problems name in short and the caller may not read, so that it is found like any other ref. */
export function spellOutHidden(
  { entityRef, problems }: Pick<EntityLayers, 'entityRef' | 'problems'>,
  canRead: (ref: string) => boolean,
): Problem[] {
  return problems.map(problem => {
    const refs = refsByWord(problem, entityRef);
    const spellOut = (text: string) =>
      text
        .split(SEPARATORS)
        .map(word => {
          const ref = refs.get(word);
          return ref && !canRead(ref) ? ref : word;
        })
        .join('');
    return {
      ...problem,
      value: spellOut(problem.value),
      message: spellOut(problem.message),
    };
  });
}
