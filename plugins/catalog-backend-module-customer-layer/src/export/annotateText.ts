import { isDeepStrictEqual } from 'node:util';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Document, isMap, parseAllDocuments, YAMLMap } from 'yaml';
import { Insertion, insertionOf } from './insertion';

type Annotations = Readonly<Record<string, string>>;

/** What came of putting annotations into the text of a file. */
export type AnnotatedText = {
  text: string;
  /** Why an entity did not get its annotations, by ref. */
  faults: Map<string, string>;
};

type Planned = {
  entityRef: string;
  document: number;
  insertion: Insertion;
  annotations: Annotations;
};

const parse = (text: string) =>
  [
    ...parseAllDocuments(text, { prettyErrors: false, logLevel: 'error' }),
  ] as Document.Parsed[];

function entityIn(document: Document.Parsed): Entity | undefined {
  if (document.errors.length || !isMap(document.contents)) {
    return undefined;
  }
  const value = document.toJS() as Partial<Entity>;
  return typeof value.kind === 'string' &&
    typeof value.metadata?.name === 'string'
    ? (value as Entity)
    : undefined;
}

function withInsertions(text: string, planned: readonly Planned[]): string {
  return planned
    .map(({ insertion }) => insertion)
    .sort((a, b) => b.offset - a.offset)
    .reduce(
      (result, { offset, end, text: added }) =>
        result.slice(0, offset) + added + result.slice(end),
      text,
    );
}

/** The planned ones that change anything else than they are meant to, in a text into which all were put. */
function misplaced(
  before: readonly Document.Parsed[],
  result: string,
  planned: readonly Planned[],
): Planned[] {
  const after = parse(result);
  return planned.filter(({ document, annotations }) => {
    const { metadata, ...rest } = before[document].toJS() as Entity;
    const expected = {
      ...rest,
      metadata: {
        ...metadata,
        annotations: { ...metadata.annotations, ...annotations },
      },
    };
    return (
      after.length !== before.length ||
      after[document].errors.length > 0 ||
      !isDeepStrictEqual(after[document].toJS(), expected)
    );
  });
}

const CANNOT_ADD =
  'its annotations are written in a way that nothing can be added to. Write them one to a line under "annotations:", or add these by hand';

/**
 * Puts annotations into the text of a file of entities, each on a line of its own where that is how they stand. All else
 * stays as it is, to the last blank.
 *
 * @param wanted - the annotations to add, by ref of the entity
 */
export function annotateText(
  text: string,
  wanted: ReadonlyMap<string, Annotations>,
): AnnotatedText {
  const faults = new Map<string, string>();
  const documents = parse(text);
  const found = new Map<string, number[]>();
  documents.forEach((document, index) => {
    const entity = entityIn(document);
    if (entity) {
      const ref = stringifyEntityRef(entity);
      found.set(ref, [...(found.get(ref) ?? []), index]);
    }
  });

  let planned: Planned[] = [];
  for (const [entityRef, annotations] of wanted) {
    const [document, ...others] = found.get(entityRef) ?? [];
    if (document === undefined || others.length) {
      const broken = documents.some(({ errors }) => errors.length);
      faults.set(
        entityRef,
        `the file has ${
          document === undefined ? 'no entity' : 'several entities'
        } of that kind, namespace and name${
          broken ? ', as far as it is readable YAML' : ''
        }. Add the annotations by hand`,
      );
      continue;
    }
    const root = documents[document].contents as YAMLMap.Parsed;
    const own = entityIn(documents[document])!.metadata.annotations ?? {};
    const missing = Object.fromEntries(
      Object.entries(annotations).filter(([name]) => !(name in own)),
    );
    if (!Object.keys(missing).length) {
      faults.set(
        entityRef,
        'its file has these annotations by now. Wait until the catalog has read it',
      );
      continue;
    }
    const insertion = insertionOf(text, root, missing);
    if (insertion) {
      planned.push({ entityRef, document, insertion, annotations: missing });
    } else {
      faults.set(entityRef, CANNOT_ADD);
    }
  }

  let result = withInsertions(text, planned);
  const wrong = misplaced(documents, result, planned);
  if (wrong.length) {
    // Each stands in a document of its own, unless one spoils the boundaries of all: then each is tried by itself.
    planned = planned.filter(one => {
      const alone = withInsertions(text, [one]);
      const fine = !misplaced(documents, alone, [one]).length;
      if (!fine) {
        faults.set(one.entityRef, CANNOT_ADD);
      }
      return fine;
    });
    result = withInsertions(text, planned);
  }
  return { text: result, faults };
}
