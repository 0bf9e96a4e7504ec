import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  ANNOTATIONS,
  DeclarationKey,
  readDeclarations,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, LineCounter, parseAllDocuments } from 'yaml';
import { writeInto } from './writeInto';

type Found = { document: Document.Parsed; entity: Entity; entityRef: string };

/**
 * Writes annotations of one entity into the text of a file, and changes nothing else in it.
 *
 * @param text - YAML, with one or several documents
 * @param options.file - names the file in messages
 * @param options.entityRef - which entity of the file; the only one where absent
 * @returns the text as it is where it says all that already
 * @throws InputError, with file and line, when the file can't be read or has no such entity, or when a value can't be
 * read as what it declares
 */
export function annotate(
  text: string,
  options: {
    file: string;
    entityRef?: string;
    annotations: ReadonlyMap<DeclarationKey, string>;
  },
): { text: string; entityRef: string } {
  const { file } = options;
  const lines = new LineCounter();
  const documents = [...parseAllDocuments(text, { lineCounter: lines })];
  const at = (offset: number) => `${file}:${lines.linePos(offset).line}`;
  for (const { errors } of documents as Document.Parsed[]) {
    if (errors.length) {
      const [{ message, pos }] = errors;
      throw new InputError(`${at(pos[0])} is not readable YAML: ${message}`);
    }
  }
  const found = choose(documents as Document.Parsed[], options);
  const { document, entity, entityRef } = found;

  const written: Record<string, string> = {};
  for (const [key, value] of options.annotations) {
    const { name, on } = ANNOTATIONS[key];
    if (
      (on === 'team') !==
      (entity.kind.toLocaleLowerCase('en-US') === 'group')
    ) {
      throw new InputError(
        `"${key}" can't be declared on ${entityRef} in ${file}: it is for ${
          on === 'team' ? 'a Group' : 'what is delivered, not for a Group'
        }. Leave it out`,
      );
    }
    written[name] = value;
  }
  demandReadable(entity, { written, entityRef });

  let result = text;
  for (const [name, value] of Object.entries(written)) {
    result = writeInto(result, {
      index: documents.indexOf(document),
      name,
      value,
      at,
    });
  }
  const expected = {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: { ...entity.metadata.annotations, ...written },
    },
  };
  const now = parseAllDocuments(result)[documents.indexOf(document)];
  if (result !== text && !isDeepStrictEqual(now.toJS(), expected)) {
    throw new InputError(
      `The annotations of ${entityRef} in ${at(
        document.range[0],
      )} are written in a way that can't be added to. Write them one to a line, under "annotations:"`,
    );
  }
  return { text: result, entityRef };
}

function choose(
  documents: readonly Document.Parsed[],
  options: { file: string; entityRef?: string },
): Found {
  const all = documents.flatMap((document): Found[] => {
    const entity = isMap(document.contents)
      ? (document.toJS() as Partial<Entity>)
      : {};
    return entity.kind && entity.metadata?.name
      ? [
          {
            document,
            entity: entity as Entity,
            entityRef: stringifyEntityRef(entity as Entity),
          },
        ]
      : [];
  });
  const { file, entityRef } = options;
  const wanted =
    entityRef === undefined
      ? undefined
      : stringifyEntityRef(
          parseEntityRef(entityRef, { defaultNamespace: DEFAULT_NAMESPACE }),
        );
  const chosen = all.filter(one => !wanted || one.entityRef === wanted);
  if (chosen.length !== 1) {
    const holds =
      all.map(one => `"${one.entityRef}"`).join(', ') || 'no entity';
    throw new InputError(
      wanted
        ? `${file} has ${chosen.length} entities "${wanted}"; it holds ${holds}. Correct "entityRef"`
        : `${file} holds ${holds}. Say with "entityRef" which one declares it`,
    );
  }
  return chosen[0];
}

/** @throws InputError when a value can't be read as what it declares */
function demandReadable(
  entity: Entity,
  {
    written,
    entityRef,
  }: { written: Record<string, string>; entityRef: string },
): void {
  const { problems } = readDeclarations({
    ...entity,
    metadata: { ...entity.metadata, annotations: written },
  });
  if (problems.length) {
    throw new InputError(
      `What ${entityRef} should declare can't be read: ${problems
        .map(({ annotation, message }) => `${annotation}: ${message}`)
        .join('. ')}`,
    );
  }
}
