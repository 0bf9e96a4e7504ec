import { readFile } from 'node:fs/promises';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  Entity,
  parseLocationRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, toError } from '@backstage/errors';
import { AssignmentExport } from '@missing-layer/backstage-plugin-customer-layer-common';
import { createTwoFilesPatch } from 'diff';
import pLimit from 'p-limit';
import { annotateText } from './annotateText';
import { assignedTo } from './assignedTo';
import { PlaceInRepository, placeInRepository } from './placeInRepository';
import { placeOnDisk } from './placeOnDisk';

const AT_ONCE = 5;

type Faults = AssignmentExport['faults'];
type FilePatch = { repository: string; path: string; text: string };

/** A file of entities: how it is read, and where it lies. */
type SourceFile = {
  target: string;
  read(): Promise<Buffer>;
  place(): PlaceInRepository;
};

/** The file that an entity is in: at a URL, or on the disk of the backend, where the catalog has read it. */
function sourceOf(entity: Entity, reader: UrlReaderService): SourceFile {
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
  if (!location) {
    throw new InputError(
      'the catalog does not say which file it is in. Export it as YAML',
    );
  }
  const { type, target } = parseLocationRef(location);
  switch (type) {
    case 'url':
      return {
        target,
        read: async () => (await reader.readUrl(target)).buffer(),
        place: () => placeInRepository(target),
      };
    case 'file':
      return {
        target,
        read: () => readFile(target),
        place: () => placeOnDisk(target),
      };
    default:
      throw new InputError(
        `it comes from "${location}", which is no file at a URL or on a disk. Export it as YAML`,
      );
  }
}

async function readText(source: SourceFile): Promise<string> {
  const bytes = await source.read();
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) {
    throw new InputError('the file is not UTF-8. Export it as YAML');
  }
  return text;
}

async function patchOf(
  source: SourceFile,
  entities: readonly Entity[],
): Promise<{ patch?: FilePatch; faults: Faults }> {
  const { target } = source;
  const wanted = new Map(
    entities.map(entity => [stringifyEntityRef(entity), assignedTo(entity)]),
  );
  try {
    const before = await readText(source);
    const { text: after, faults } = annotateText(before, wanted);
    const { repository, path } = source.place();
    return {
      ...(after !== before && {
        patch: {
          repository,
          path,
          text: createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after),
        },
      }),
      faults: [...faults].map(([entityRef, message]) => ({
        entityRef,
        message: `Nothing is added to ${target}: ${message}`,
      })),
    };
  } catch (error) {
    return {
      faults: [...wanted.keys()].map(entityRef => ({
        entityRef,
        message: `${target} can't be patched: ${toError(error).message}`,
      })),
    };
  }
}

const byText = (a: string, b: string) => {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
};

/** Makes a patch of the files that entities are in, repository by repository. */
export async function exportPatch(
  entities: readonly Entity[],
  reader: UrlReaderService,
): Promise<AssignmentExport> {
  const faults: Faults = [];
  const byTarget = new Map<string, [SourceFile, Entity[]]>();
  for (const entity of entities) {
    try {
      const source = sourceOf(entity, reader);
      const [, others] = byTarget.get(source.target) ?? [];
      byTarget.set(source.target, [source, [...(others ?? []), entity]]);
    } catch (error) {
      const { message } = toError(error);
      faults.push({
        entityRef: stringifyEntityRef(entity),
        message: `Its file can't be patched: ${message}`,
      });
    }
  }
  const limit = pLimit(AT_ONCE);
  const results = await Promise.all(
    Array.from(byTarget.values(), ([source, there]) =>
      limit(() => patchOf(source, there)),
    ),
  );
  faults.push(...results.flatMap(result => result.faults));

  const patches = results.flatMap(({ patch }) => patch ?? []);
  const repositories = [
    ...new Set(patches.map(({ repository }) => repository)),
  ].sort(byText);
  const parts = repositories.map(repository => ({
    repository,
    text: patches
      .filter(patch => patch.repository === repository)
      .sort((a, b) => byText(a.path, b.path))
      .map(({ text }) => text)
      .join(''),
  }));
  return {
    text: parts
      .map(({ repository, text }) => `Repository: ${repository}\n${text}`)
      .join('\n'),
    parts,
    faults,
  };
}
