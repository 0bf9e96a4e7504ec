/** `node scripts/strip.mjs CATALOG FOLDER`: a copy of a catalog as it is where nobody has annotated anything. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMap, isSeq, parseAllDocuments } from 'yaml';
import { UserError } from './toolchain.mjs';

const GROUP = 'customer-layer.io';

const usage = `Usage: node scripts/strip.mjs CATALOG FOLDER

Copies a catalog file, and the files that its Locations name, into a folder: without Customers, and without any annotation
of the customer layer. Files stay where they are within the folder. "npm start -- --catalog FOLDER/…" shows it.`;

const isAddress = target => /^[a-z][a-z+.-]+:/i.test(target);

function isCustomer(document) {
  return (
    document.get('kind') === 'Customer' &&
    String(document.get('apiVersion')).startsWith(`${GROUP}/`)
  );
}

/** Takes our annotations away, and says how many there were. */
function stripEntity(document) {
  const path = ['metadata', 'annotations'];
  const annotations = document.getIn(path);
  if (!isMap(annotations)) {
    return 0;
  }
  const ours = annotations.items
    .map(({ key }) => String(key))
    .filter(name => name.startsWith(`${GROUP}/`));
  ours.forEach(name => annotations.delete(name));
  if (annotations.items.length === 0) {
    document.deleteIn(path);
  }
  return ours.length;
}

/** The files that a Location names beside its own, as it names them. */
function targetsOf(document) {
  if (document.get('kind') !== 'Location') {
    return [];
  }
  const targets = document.getIn(['spec', 'targets']);
  return [
    document.getIn(['spec', 'target']),
    ...(isSeq(targets) ? targets.toJSON() : []),
  ].filter(target => typeof target === 'string' && !isAddress(target));
}

/**
 * Copies a catalog without what the customer layer has added to it.
 *
 * @param {string} catalog - path of a catalog file
 * @param {string} folder - where the copy goes; files that are there are overwritten
 * @returns {{ file: string; entities: number; customers: number; annotations: number }} the copy of the catalog file, how
 *   many entities it has with all that it names, and how much was left out
 * @throws UserError when a file is missing, is no YAML, or is not in the catalog's folder or beneath it
 */
export function stripCatalog(catalog, folder) {
  const from = dirname(resolve(catalog));
  const counts = { entities: 0, customers: 0, annotations: 0 };
  const seen = new Set();

  const copy = file => {
    const place = relative(from, file);
    if (seen.has(place)) {
      return;
    }
    seen.add(place);
    if (place.startsWith('..') || isAbsolute(place)) {
      throw new UserError(
        `"${file}" is not in ${from} or beneath it, so its copy would have no place. Move it there, or strip a catalog file further up.`,
      );
    }
    if (!existsSync(file)) {
      throw new UserError(`There is no file "${file}". Correct its path.`);
    }
    const documents = parseAllDocuments(readFileSync(file, 'utf8'));
    const broken = documents.find(({ errors }) => errors.length > 0);
    if (broken) {
      throw new UserError(
        `"${file}" can't be read: ${broken.errors[0].message}`,
      );
    }
    const entities = documents.filter(({ contents }) => isMap(contents));
    const kept = entities.filter(document => !isCustomer(document));
    counts.entities += kept.length;
    counts.customers += entities.length - kept.length;
    for (const document of kept) {
      counts.annotations += stripEntity(document);
      // Each says by itself where it begins.
      document.directives.docStart = true;
    }
    const target = join(folder, place);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, kept.map(String).join(''));
    kept.flatMap(targetsOf).forEach(name => copy(resolve(dirname(file), name)));
  };

  copy(resolve(catalog));
  return { file: resolve(folder, relative(from, resolve(catalog))), ...counts };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [catalog, folder, ...rest] = process.argv.slice(2);
  if (!catalog || !folder || rest.length) {
    console.error(usage);
    process.exit(1);
  }
  try {
    const { file, entities, customers, annotations } = stripCatalog(
      catalog,
      folder,
    );
    console.log(
      `${file}: ${entities} entities; left out: ${customers} Customers, ${annotations} annotations.`,
    );
  } catch (error) {
    console.error(error instanceof UserError ? error.message : error);
    process.exit(1);
  }
}
