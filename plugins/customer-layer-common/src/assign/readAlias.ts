import { DeclarationKey } from '../model/annotations';
import { AliasOrigin, AssignmentAlias, valueKey } from './alias';
import { Checker, isMapping, quoted } from './Checker';
import { readShortName, readText } from './readText';

const ORIGINS = ['annotation', 'label', 'spec'];
const SAY_WHAT =
  'Write { annotation: name }, { label: name }, { spec: path.of.keys } or tags';

function readOrigin(value: unknown, checker: Checker): AliasOrigin | undefined {
  if (value === 'tags') {
    return value;
  }
  const [[kind, name] = [], ...others] = isMapping(value)
    ? Object.entries(value)
    : [];
  if (
    kind === undefined ||
    others.length ||
    !ORIGINS.includes(kind) ||
    typeof name !== 'string' ||
    !name.trim()
  ) {
    checker.fault(
      ['from'],
      `${quoted(value)} does not say what to read. ${SAY_WHAT}`,
    );
    return undefined;
  }
  return { [kind]: name.trim() } as AliasOrigin;
}

function readValues(
  value: unknown,
  { to, checker }: { to: DeclarationKey; checker: Checker },
): Record<string, string> | undefined {
  if (!isMapping(value) || !Object.keys(value).length) {
    checker.fault(
      ['values'],
      `${quoted(
        value,
      )} maps nothing. Write what each text stands for, as in { retail: retail-shoppers }, or remove "values"`,
    );
    return undefined;
  }
  const values: Record<string, string> = {};
  const seen = new Map<string, string>();
  for (const [name, raw] of Object.entries(value)) {
    const path = ['values', name];
    const same = seen.get(valueKey(name));
    if (same !== undefined) {
      checker.fault(
        path,
        `"${name}" and "${same}" are the same text, as upper and lower case don't matter. Remove one of them`,
      );
    }
    seen.set(valueKey(name), name);
    const text = readText(raw, { key: to, checker, path });
    if (text !== undefined) {
      values[name] = text;
    }
  }
  return values;
}

/**
 * Reads an alias.
 *
 * @returns nothing where something is wrong with it
 */
export function readAlias(
  value: Record<string, unknown>,
  { id, checker }: { id: string | undefined; checker: Checker },
): AssignmentAlias | undefined {
  checker.keys(value, { needed: ['id', 'from', 'to'], optional: ['values'] });
  const from =
    value.from === undefined ? undefined : readOrigin(value.from, checker);
  const to =
    value.to === undefined
      ? undefined
      : readShortName(value.to, { checker, path: ['to'] });
  const values =
    to === undefined || value.values === undefined
      ? undefined
      : readValues(value.values, { to, checker });
  return checker.faults.length || id === undefined || !from || !to
    ? undefined
    : { id, from, to, ...(values && { values }) };
}
