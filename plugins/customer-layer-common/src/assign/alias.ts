import { Entity } from '@backstage/catalog-model';
import { getJsonValueAtPath } from '@backstage/filter-predicates';
import { JsonValue } from '@backstage/types';
import { ANNOTATIONS, DeclarationKey } from '../model/annotations';
import { splitList } from '../model/parse';
import { DescribedAssigner } from './assignerSet';
import { shortNameOf } from './assignment';
import { Place } from './placing';

/** What of an entity an alias reads. @public */
export type AliasOrigin =
  /** An annotation or a label, by its name. */
  | { annotation: string }
  | { label: string }
  /** A value in `spec`, by the keys that lead to it with dots between, as in `billing.costCentre`. */
  | { spec: string }
  /** All tags. */
  | 'tags';

/** Another name under which entities already say something. @public */
export type AssignmentAlias = {
  /** Letters, digits, `-`, `_` and `.`. */
  id: string;
  from: AliasOrigin;
  to: DeclarationKey;
  /** What texts stand for, in any case. Where there is a map, only texts that it knows count. */
  values?: Readonly<Record<string, string>>;
};

/** How a text is looked up in a map of values. */
export const valueKey = (text: string): string =>
  text.trim().toLocaleLowerCase('en-US');

/** Numbers, truth values and texts, alone or in a list, as texts. */
function textsIn(value: JsonValue | undefined): string[] {
  return [value]
    .flat()
    .filter(item => ['string', 'number', 'boolean'].includes(typeof item))
    .map(item => String(item).trim())
    .filter(Boolean);
}

function textsOf({ metadata, spec }: Entity, from: AliasOrigin): string[] {
  if (from === 'tags') {
    return textsIn(metadata.tags);
  }
  if ('annotation' in from) {
    return textsIn(metadata.annotations?.[from.annotation]);
  }
  if ('label' in from) {
    return textsIn(metadata.labels?.[from.label]);
  }
  return textsIn(getJsonValueAtPath(spec, from.spec));
}

/** What a map of values makes of a text: of the whole, or else of each item that it lists. */
function lookUp(
  text: string,
  values: ReadonlyMap<string, string>,
): { known: string[]; unknown: string[] } {
  const items = values.has(valueKey(text)) ? [text] : splitList(text);
  return {
    known: items.flatMap(item => values.get(valueKey(item)) ?? []),
    unknown: items.filter(item => !values.has(valueKey(item))),
  };
}

/** Several texts as one: a list where the declaration is one, else the first. */
function joined(texts: string[], key: DeclarationKey): string | undefined {
  const { type } = ANNOTATIONS[key].format;
  if (type !== 'refs' && type !== 'urls') {
    return texts[0];
  }
  const items = new Set(texts.flatMap(splitList));
  const named = [...items].filter(
    item => type !== 'refs' || item.toLocaleLowerCase('en-US') !== 'none',
  );
  // That there are none is only so where nothing else is said.
  return (named.length ? named : [...items]).join(', ') || undefined;
}

const inWords = (from: AliasOrigin): string =>
  from === 'tags' ? from : Object.entries(from).flat().join(' ');

/** What an alias does. @public */
export function assignerOfAlias(
  { id, from, to, values }: AssignmentAlias,
  place: Place,
): DescribedAssigner {
  const map =
    values &&
    new Map(
      Object.entries(values).map(([text, value]) => [valueKey(text), value]),
    );
  const says = `${shortNameOf(to)} from ${inWords(from)}`;
  const of = (entity: Entity) => {
    const texts = textsOf(entity, from);
    const known = map ? texts.flatMap(text => lookUp(text, map).known) : texts;
    const value = joined(known, to);
    return value === undefined ? {} : { [to]: value };
  };
  return {
    source: `alias:${id}`,
    ...place,
    says: map
      ? `${says}, by ${map.size} value${map.size === 1 ? '' : 's'}`
      : says,
    of,
    ...(map && {
      unknownIn: entity => [
        ...new Set(
          textsOf(entity, from).flatMap(text => lookUp(text, map).unknown),
        ),
      ],
    }),
  };
}
