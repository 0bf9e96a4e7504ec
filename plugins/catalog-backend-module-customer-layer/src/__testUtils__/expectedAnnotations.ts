import { Entity } from '@backstage/catalog-model';
import {
  Assigners,
  DECLARATIONS,
  ORIGINS,
  PREDICATES,
  RandomAlias,
  SHORT_NAMES,
  Text,
} from './assignmentWorld';

const PREFIX = 'customer-layer.io/';

/** Whether a declaration means something on an entity. */
export const countsOn = ({ kind }: Entity, short: string): boolean =>
  DECLARATIONS[short].on === 'team'
    ? kind === 'Group'
    : kind === 'Component' || kind === 'Resource';

const isReadable = (short: string, text: string) =>
  DECLARATIONS[short].list
    ? text.split(', ').some(item => !/ |^component:|^group:default/.test(item))
    : DECLARATIONS[short].texts.some(
        known => known.text === text && known.readable !== 'none',
      );

/** Of what stands in several places, what has no fault, and of the same id only the first. */
function valid<T extends { id: string }>(
  items: T[],
  texts: (item: T) => Record<string, Text>,
): T[] {
  const good = items.filter(item =>
    Object.values(texts(item)).every(({ readable }) => readable === 'all'),
  );
  return good.filter(
    (item, index) => good.findIndex(({ id }) => id === item.id) === index,
  );
}

function aliasText(
  entity: Entity,
  { origin, to, values }: RandomAlias,
): string | undefined {
  const found = ORIGINS[origin].texts(entity);
  const texts = found.flatMap(text => {
    const name = Object.keys(values ?? {}).find(
      key => key.toLowerCase() === text,
    );
    return values ? values[name ?? '']?.text ?? [] : text;
  });
  if (!DECLARATIONS[to].list) {
    return texts[0];
  }
  const items = new Set(texts.flatMap(text => text.split(', ')));
  if (items.size > 1) {
    items.delete('none');
  }
  return [...items].join(', ') || undefined;
}

/**
 * The annotations of the customer layer that an entity must have in the catalog: the rules of docs/assign.md, read word by
 * word, and by nothing that the suite itself uses.
 *
 * @param portal - what the portal says of it, by short names
 * @param places - app-config first, then each file
 */
export function expectedAnnotations(
  entity: Entity,
  portal: Record<string, string>,
  places: Assigners[],
): Record<string, string> {
  const own = Object.entries(entity.metadata.annotations ?? {})
    .filter(([name]) => name.startsWith(PREFIX))
    .map(([name, text]) => [name.slice(PREFIX.length), text]);
  const { assigned: _, ...annotations } = Object.fromEntries(own);
  const aliases = valid(
    places.flatMap(place => place.aliases),
    ({ values }) => values ?? {},
  );
  const rules = valid(
    places.flatMap(place => place.rules),
    ({ assign }) => assign,
  ).filter(({ predicate }) => PREDICATES[predicate].holds(entity));
  const sources: string[] = [];
  for (const short of SHORT_NAMES.filter(name => countsOn(entity, name))) {
    const said: Array<[string, string | undefined]> = [
      ['portal', portal[short]],
      ...aliases
        .filter(({ to }) => to === short)
        .map((alias): [string, string | undefined] => [
          `alias:${alias.id}`,
          aliasText(entity, alias),
        ]),
      ...rules.map(({ id, assign }): [string, string | undefined] => [
        `rule:${id}`,
        assign[short]?.text,
      ]),
    ];
    const heard = said.find(
      ([, text]) => text !== undefined && isReadable(short, text),
    );
    if (heard && annotations[short] === undefined) {
      const [source, text] = heard;
      annotations[short] = text!;
      sources.push(`${short}=${source}`);
    }
  }
  return {
    ...annotations,
    ...(sources.length && { assigned: sources.join('; ') }),
  };
}
