import { addTo } from '../graph/addTo';
import { compareRefs } from '../graph/compareRefs';
import { declares } from '../graph/ContainerWalk';
import { CustomerGraph } from '../graph/CustomerGraph';
import {
  DECLARATION_KEY_OF,
  DECLARATION_NAMES,
  GraphIndex,
} from '../graph/GraphIndex';
import { row } from '../graph/Paged';
import { takeAllSteps } from '../graph/takeAllSteps';
import { FoundSuggestion, Likely } from './Likely';
import { Neighbourhood } from './Neighbourhood';

/** Who may be customers or operations teams of some entities. @see docs/coverage.md @public */
export const suggestionsFor = (
  graph: CustomerGraph,
  entityRefs: readonly string[],
): FoundSuggestion[] => takeAllSteps(suggestionsInSteps(graph, entityRefs));

/**
 * The same in steps: between them other work may be done.
 *
 * @param entityRefs - for what isn't in the catalog, or isn't deliverable, there are none
 * @returns the likeliest first; each reason names at most 100 entities, the first by ref
 * @public
 */
export function* suggestionsInSteps(
  { index }: CustomerGraph,
  entityRefs: readonly string[],
): Generator<undefined, FoundSuggestion[]> {
  const around = new Neighbourhood(index);
  const suggestions: FoundSuggestion[] = [];
  for (const entityRef of new Set(entityRefs)) {
    const node = index.refs.find(entityRef);
    for (const name of DECLARATION_NAMES) {
      if (
        node !== undefined &&
        index.facts.deliverable(node) &&
        !declares(index, node, name)
      ) {
        yield undefined;
        const likely = new Likely(index, name);
        gather(likely, { node, around, index });
        suggestions.push(...likely.suggestions(entityRef));
      }
    }
  }
  return suggestions.sort(
    (a, b) =>
      b.score - a.score ||
      compareRefs(a.entityRef, b.entityRef) ||
      compareRefs(a.key, b.key) ||
      compareRefs(a.value, b.value),
  );
}

type Around = { node: number; around: Neighbourhood; index: GraphIndex };

function gather(likely: Likely, { node, around, index }: Around): void {
  const { edges } = index;
  const { name } = likely;
  const dependents = row(edges.dependents, node);
  const consumers = apiConsumersOf(index, node);
  const owners = row(edges.owners, node);

  likely.addDeclared('dependents', around.declaredBy(dependents, name));
  likely.addDeclared('api-consumers', around.declaredBy(consumers, name));
  for (const container of row(edges.containers, node)) {
    likely.addDeclared('siblings', around.bySiblings(container, name));
  }
  for (const owner of owners) {
    likely.addDeclared('same-owner', around.bySameOwner(owner, name));
  }
  if (name === 'internal') {
    addConsumerOwners(likely, {
      index,
      owners,
      consumers: new Set([...dependents, ...consumers]),
    });
  }
  if (name !== 'economic') {
    addGroups(likely, { around, owners, name });
  }
}

function apiConsumersOf({ edges, refs }: GraphIndex, node: number): number[] {
  const consumers = new Set<number>(row(edges.apiConsumers, node));
  for (const api of row(edges.providedApis, node)) {
    row(edges.apiConsumers, api).forEach(one => consumers.add(one));
  }
  return [...consumers].sort(refs.compare);
}

// Who owns what uses an entity is its customer in the plainest sense.
function addConsumerOwners(
  likely: Likely,
  {
    index: { edges, refs },
    owners,
    consumers,
  }: { index: GraphIndex; owners: Uint32Array; consumers: Set<number> },
): void {
  const owned = new Map<number, number[]>();
  const foreign = new Set<number>();
  for (const user of [...consumers].sort(refs.compare)) {
    for (const owner of row(edges.owners, user)) {
      if (!owners.includes(owner)) {
        foreign.add(user);
        addTo(owned, owner, user);
      }
    }
  }
  owned.forEach((witnesses, owner) =>
    likely.add(owner, {
      code: 'consumer-owner',
      witnesses,
      of: foreign.size,
    }),
  );
}

// The owners and the groups around them, if their names or types say what they are for; and likewise of whoever is likely
// for another reason.
function addGroups(
  likely: Likely,
  {
    around,
    owners,
    name,
  }: {
    around: Neighbourhood;
    owners: Uint32Array;
    name: 'internal' | 'operations';
  },
): void {
  const key = DECLARATION_KEY_OF[name];
  const add = (group: number, code: 'owner' | 'near-owner') => {
    if (around.looksLike(group, key)) {
      likely.add(group, { code, witnesses: [group], of: 1 });
    }
  };
  for (const owner of owners) {
    add(owner, 'owner');
    for (const group of around.near(owner)) {
      if (!owners.includes(group)) {
        add(group, 'near-owner');
      }
    }
  }
  for (const value of likely.values) {
    if (around.looksLike(value, key)) {
      likely.add(value, { code: 'name-or-type', witnesses: [value], of: 1 });
    }
  }
}
