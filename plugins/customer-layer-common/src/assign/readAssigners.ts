import { assignerOfAlias } from './alias';
import { AssignerSet, joinAssigners } from './assignerSet';
import { Checker, isMapping, quoted } from './Checker';
import { Place, Placing } from './placing';
import { readAlias } from './readAlias';
import { assignerOfRule, readRule } from './rule';

const ID = /^[A-Za-z0-9._-]{1,63}$/;

/** What is known of an item when the rest of it is read. */
type Beginning = { id: string | undefined; checker: Checker; place: Place };

const KINDS = {
  aliases: {
    name: 'alias',
    read(value: Record<string, unknown>, beginning: Beginning) {
      const alias = readAlias(value, beginning);
      return alias && assignerOfAlias(alias, beginning.place);
    },
  },
  rules: {
    name: 'rule',
    read(value: Record<string, unknown>, beginning: Beginning) {
      const rule = readRule(value, beginning);
      return rule && assignerOfRule(rule, beginning.place);
    },
  },
};

type List = keyof typeof KINDS;
const LISTS = Object.keys(KINDS) as List[];

function readItem(
  value: unknown,
  options: { list: List; index: number; place: Placing },
): AssignerSet {
  const { list, index, place } = options;
  const path = [list, index];
  const { name, read } = KINDS[list];
  if (!isMapping(value)) {
    const checker = new Checker({ place, path });
    checker.fault([], `${quoted(value)} is not a mapping. Write one ${name}`);
    return { assigners: [], faults: checker.faults };
  }
  const readable = typeof value.id === 'string' && ID.test(value.id);
  const id = readable ? (value.id as string) : undefined;
  const checker = new Checker({ place, path, id });
  if (!readable && value.id !== undefined) {
    checker.fault(
      ['id'],
      `${quoted(
        value.id,
      )} can't be an id. Write up to 63 letters, digits, "-", "_" and ".", in quotes where it is a number`,
    );
  }
  const assigner = read(value, { id, checker, place: place(path) });
  return { assigners: assigner ? [assigner] : [], faults: checker.faults };
}

/**
 * Reads rules and aliases: a mapping with the lists `aliases` and `rules`. Whatever is wrong with one of them disables only
 * that one.
 *
 * @param place - says where a value stands, by its path in what is read
 * @see docs/assign.md
 * @public
 */
export function readAssigners(value: unknown, place: Placing): AssignerSet {
  const checker = new Checker({ place, path: [] });
  if (!isMapping(value)) {
    checker.fault(
      [],
      `${quoted(
        value,
      )} is not a mapping. Write the lists "rules" and "aliases"`,
    );
    return { assigners: [], faults: checker.faults };
  }
  checker.keys(value, { needed: [], optional: LISTS });
  const sets = LISTS.flatMap(list => {
    const items = value[list] ?? [];
    if (!Array.isArray(items)) {
      checker.fault([list], `${quoted(items)} is not a list. Write one`);
      return [];
    }
    return items.map((item, index) => readItem(item, { list, index, place }));
  });
  return joinAssigners([{ assigners: [], faults: checker.faults }, ...sets]);
}
