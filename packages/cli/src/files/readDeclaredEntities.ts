import { dirname, resolve } from 'node:path';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CustomerLayerConfig } from '@missing-layer/backstage-plugin-customer-layer-common';
import { checkEntity } from '../catalog/checkEntity';
import { expandPattern } from './expandPattern';
import { FileLocation, FileProblem } from './FileProblem';
import { FileDocument, parseDocuments } from './parseDocuments';
import { readText, shownPath } from './readText';

/** What a catalog would take from some files. */
export type DeclaredEntities = {
  /** By ref, in the order of the files. */
  entities: Map<string, { entity: Entity; location: FileLocation }>;
  /** Why the catalog would refuse an entity, by its ref. */
  refusals: Map<string, string>;
  problems: FileProblem[];
};

// Kinds that a catalog with more modules may well know.
type UnknownKinds = Map<string, FileLocation & { count: number }>;

/** Reads catalog files, and the files that Locations in them name. */
class FilesReader {
  readonly found: DeclaredEntities = {
    entities: new Map(),
    refusals: new Map(),
    problems: [],
  };
  readonly #folder: string;
  readonly #config: CustomerLayerConfig;
  readonly #seen = new Set<string>();
  readonly #unknownKinds: UnknownKinds = new Map();

  constructor(folder: string, config: CustomerLayerConfig) {
    this.#folder = folder;
    this.#config = config;
  }

  async read(file: string): Promise<void> {
    const path = resolve(this.#folder, file);
    if (this.#seen.has(path)) {
      return;
    }
    this.#seen.add(path);
    const shown = shownPath(this.#folder, path);
    const text = await readText(this.#folder, path);
    const { documents, problems } = parseDocuments(text, shown);
    this.found.problems.push(...problems);
    for (const document of documents) {
      const entity = await this.#take(document);
      if (entity?.kind === 'Location') {
        await this.#follow(entity, document.location);
      }
    }
  }

  /** Tells, once everything is read, what of it was of no use. */
  finish(): DeclaredEntities {
    for (const [kind, { count, file, line }] of this.#unknownKinds) {
      const left = count === 1 ? 'the entity is' : `all ${count} are`;
      this.#tell('warning', {
        location: { file, line },
        message: `The kind ${kind} is not of the catalog model or of the customer layer; ${left} left out. Correct the kind, unless the portal has a module for it.`,
      });
    }
    return this.found;
  }

  async #take({ value, location }: FileDocument): Promise<Entity | undefined> {
    const checked = await checkEntity(value, this.#config);
    if ('unknownKind' in checked) {
      const before = this.#unknownKinds.get(checked.unknownKind);
      this.#unknownKinds.set(checked.unknownKind, {
        ...(before ?? location),
        count: (before?.count ?? 0) + 1,
      });
      return undefined;
    }
    if ('fault' in checked) {
      if (checked.ref) {
        this.found.refusals.set(checked.ref, checked.fault);
      }
      const name = checked.ref ? `"${checked.ref}"` : 'An entity';
      this.#tell('error', {
        location,
        message: `${name} is left out, as the catalog would refuse it. Correct its file: ${checked.fault}`,
      });
      return undefined;
    }
    const { entity } = checked;
    const ref = stringifyEntityRef(entity);
    const first = this.found.entities.get(ref);
    if (first) {
      const { file, line } = first.location;
      this.#tell('error', {
        location,
        message: `"${ref}" is here again after ${file}:${line}; only the first counts. Rename or remove one.`,
      });
      return undefined;
    }
    this.found.entities.set(ref, { entity, location });
    return entity;
  }

  async #follow(location: Entity, at: FileLocation): Promise<void> {
    const { target, targets } = (location.spec ?? {}) as {
      target?: string;
      targets?: string[];
    };
    for (const name of [...(target ? [target] : []), ...(targets ?? [])]) {
      if (/^https?:/.test(name)) {
        this.#tell('warning', {
          location: at,
          message: `What is at ${name} is not read. Give its file as well, or the portal that has it with --portal.`,
        });
        continue;
      }
      const path = resolve(this.#folder, dirname(at.file), name);
      const files = await expandPattern(this.#folder, path);
      if (!files.length) {
        this.#tell('error', {
          location: at,
          message: `There is no file "${name}". Correct the target, or add the file.`,
        });
      }
      for (const file of files) {
        await this.read(file);
      }
    }
  }

  #tell(
    severity: FileProblem['severity'],
    { location, message }: { location: FileLocation; message: string },
  ) {
    this.found.problems.push({ severity, ...location, message });
  }
}

/**
 * Reads what a catalog would take from files.
 *
 * @param options - `files` relative to `folder`
 * @throws InputError when one of the files can't be read
 */
export async function readDeclaredEntities(options: {
  folder: string;
  files: string[];
  config: CustomerLayerConfig;
}): Promise<DeclaredEntities> {
  const reader = new FilesReader(options.folder, options.config);
  for (const file of options.files) {
    await reader.read(file);
  }
  return reader.finish();
}
