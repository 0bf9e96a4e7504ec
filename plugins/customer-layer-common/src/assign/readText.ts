import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  CUSTOMER_LAYER_GROUP,
  DECLARATION_KEYS,
  DeclarationKey,
} from '../model/annotations';
import { readValue } from '../model/parse';
import { keyOfShortName, shortNameOf } from './assignment';
import { Checker, meant, quoted } from './Checker';

type Path = readonly (string | number)[];

const SHORT_NAMES = DECLARATION_KEYS.map(shortNameOf);
const PREFIX = `${CUSTOMER_LAYER_GROUP}/`;

/** Reads the short name of a declaration. */
export function readShortName(
  name: unknown,
  { checker, path }: { checker: Checker; path: Path },
): DeclarationKey | undefined {
  const key = typeof name === 'string' ? keyOfShortName(name) : undefined;
  if (!key) {
    const word = String(name).replace(PREFIX, '');
    const remedy = keyOfShortName(word)
      ? `Write it without the prefix: ${word}`
      : meant(word, SHORT_NAMES);
    checker.fault(path, `${quoted(name)} is not a declaration. ${remedy}`);
  }
  return key;
}

/** Reads what is to be assigned as a declaration: a text, or a list of texts. */
export function readText(
  value: unknown,
  options: { key: DeclarationKey; checker: Checker; path: Path },
): string | undefined {
  const { key, checker, path } = options;
  const name = shortNameOf(key);
  const items = Array.isArray(value) ? value : [value];
  const strange = items.find(item => typeof item !== 'string');
  if (strange !== undefined || !items.length) {
    checker.fault(
      path,
      `${quoted(
        items.length ? strange : value,
      )} can't be assigned as ${name}. Write a text, in quotes, or a list of texts, as in ${
        ANNOTATIONS[key].example
      }`,
    );
    return undefined;
  }
  const text = items.join(', ');
  const before = checker.faults.length;
  readValue(text, ANNOTATIONS[key].format, {
    namespace: DEFAULT_NAMESPACE,
    report: ({ message }) => checker.fault(path, `${name}: ${message}`),
  });
  return checker.faults.length === before ? text.trim() : undefined;
}
